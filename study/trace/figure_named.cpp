#include "study/trace/figure_named.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "study/refused.hpp"

namespace railshift::study::trace {
namespace {

constexpr std::size_t kNearNames = 5;

/// METRIC@PERIOD;field=value taken apart.
struct Asked {
  std::string metric, period;
  analysis::Scope scope;
};
std::optional<Asked> asked_for(const std::string& name) {
  const std::size_t at = name.find('@');
  if (at == std::string::npos) return std::nullopt;
  const std::size_t end = std::min(name.find(';', at), name.size());
  Asked asked{name.substr(0, at), name.substr(at + 1, end - at - 1), {}};
  if (end < name.size()) {
    const auto scope = analysis::known_scope(name.substr(end + 1));
    if (!scope) return std::nullopt;
    asked.scope = *scope;
  }
  return asked;
}

bool fits(const analysis::MetricRow& row, const Asked& asked) {
  if (row.replication != 1 || row.metric != asked.metric || row.period != asked.period) return false;
  const analysis::Scope scope = analysis::scope_of(row);
  return std::all_of(asked.scope.begin(), asked.scope.end(), [&](const auto& field) {
    const auto found = scope.find(field.first);
    return found != scope.end() && found->second == field.second;
  });
}

using Rows = std::vector<const analysis::MetricRow*>;

/// The row whose scope is exactly what was asked for, else the only one that fits.
const analysis::MetricRow* best_of(const Rows& rows, const Asked& asked) {
  for (const analysis::MetricRow* row : rows) {
    if (analysis::scope_of(*row) == asked.scope) return row;
  }
  return rows.size() == 1 ? rows.front() : nullptr;
}

/// Names that are likest to what was written; the likest first.
std::vector<std::string> near_names(const std::string& name, std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::stable_sort(names.begin(), names.end(),
                   [&](const std::string& a, const std::string& b) { return typing_mistakes(name, a) < typing_mistakes(name, b); });
  names.resize(std::min(names.size(), kNearNames));
  return names;
}

[[noreturn]] void refuse(const std::string& name, const std::vector<std::string>& near) {
  throw Refused{
      {both("没有数“{}”；相近的有：{}。不写 FIGURE 时列出全部", "there is no figure \"{}\"; near are: {}. Without FIGURE all are listed",
            name, Words{fmt::format("{}", fmt::join(near, "、")), fmt::format("{}", fmt::join(near, ", "))})}};
}

[[noreturn]] void refuse_many(const std::string& name, const Rows& rows) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(rows.size(), kNearNames); ++i) names.push_back(figure_name(*rows[i]));
  throw Refused{{both("“{}”有 {} 行；请写出范围，如 {}", "\"{}\" fits {} rows; write the scope, such as {}", name, rows.size(),
                      Words{fmt::format("{}", fmt::join(names, "、")), fmt::format("{}", fmt::join(names, ", "))})}};
}

NamedFigure of_target(Id<Target> id, const World& world, const analysis::MetricTable& metrics) {
  const Target& target = world.targets[id];
  const std::string period = analysis::to_text(analysis::judged_period(target));
  for (const analysis::MetricRow* row : analysis::rows_of(target, metrics)) {
    if (row->replication == 1 && row->period == period) return {row, id};
  }
  throw Refused{{both("目标 {} 在本次结果中没有数值（{}）", "target {} has no figure in this result ({})", target.id, period)}};
}

/// The row behind a figure of a document: the cells of its key, or a target.
NamedFigure of_document(const analysis::document::Figure& figure, const World& world, const analysis::MetricTable& metrics) {
  const auto cell = [&figure](const std::string& column) {
    const auto at = figure.from.key.find(column);
    return at == figure.from.key.end() ? std::string() : at->second;
  };
  // Of a quarter of a target what stands behind the target, by the end of its year.
  const std::string asked = cell("kind") == "target" ? cell("id") : cell("target");
  if (const auto target = world.targets.find(asked)) return of_target(*target, world, metrics);
  for (const analysis::MetricRow& row : metrics) {
    if (row.replication != 1 || row.metric != cell("metric") || row.period != cell("period")) continue;
    const auto& columns = analysis::scope_columns();
    if (std::all_of(columns.begin(), columns.end(),
                    [&](const auto& column) { return row.*column.member == cell(std::string(column.name)); }))
      return {&row, std::nullopt};
  }
  throw Refused{{both("该数出自 {}，由多行算出或不是模拟所得：{}", "this figure comes from {}, is made of several rows or of no run: {}",
                      figure.from.file, figure.from.formula.empty() ? figure.from.column : figure.from.formula)}};
}

}  // namespace

std::string figure_name(const analysis::MetricRow& row) {
  const std::string scope = analysis::to_text(analysis::scope_of(row));
  return row.metric + "@" + row.period + (scope.empty() ? "" : ";" + scope);
}

NamedFigure figure_named(const std::string& name, const World& world, const analysis::MetricTable& metrics,
                         const std::optional<analysis::document::Documents>& documents) {
  if (const auto target = world.targets.find(name)) return of_target(*target, world, metrics);
  if (documents) {
    const auto figure = documents->zh.figures.find(name);
    if (figure != documents->zh.figures.end()) return of_document(figure->second, world, metrics);
  }
  if (const auto asked = asked_for(name)) {
    Rows rows;
    for (const analysis::MetricRow& row : metrics) {
      if (fits(row, *asked)) rows.push_back(&row);
    }
    if (const analysis::MetricRow* row = best_of(rows, *asked)) return {row, std::nullopt};
    if (!rows.empty()) refuse_many(name, rows);
  }
  std::vector<std::string> names;
  for (const Target& target : world.targets) names.push_back(target.id);
  for (const analysis::MetricRow& row : metrics) {
    if (row.replication == 1 && analysis::scope_of(row).size() <= 1) names.push_back(figure_name(row));
  }
  if (documents) {
    for (const auto& [id, figure] : documents->zh.figures) names.push_back(id);
  }
  refuse(name, near_names(name, std::move(names)));
}

}  // namespace railshift::study::trace
