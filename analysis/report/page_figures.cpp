/// Figures of metrics.csv, verdicts.csv and comparison.csv.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/report/page.hpp"
#include "analysis/words/figures.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::report {
namespace {

using document::Figure;
using document::From;
using document::Of;

/// What a side is called in ids of figures: its folder, "run" of a run alone.
std::string side_id(const Side& side) { return side.folder.empty() ? "run" : side.folder.substr(0, side.folder.size() - 1); }

std::string row_id(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) {
  return fmt::format("{}:{}:{}:{}", side_id(side), metric, period, to_text(scope));
}

/// The cells of a row that are not empty.
std::map<std::string, std::string> filled_cells(const MetricRow& row) {
  std::map<std::string, std::string> key;
  for (const TextColumn& column : figure_columns()) {
    if (!(row.*column.member).empty()) key.emplace(column.name, row.*column.member);
  }
  return key;
}

bool agrees(const MetricRow& row, const std::map<std::string, std::string>& key) {
  return std::all_of(figure_columns().begin(), figure_columns().end(), [&](const TextColumn& column) {
    const auto wanted = key.find(std::string(column.name));
    return wanted == key.end() || wanted->second == row.*column.member;
  });
}

/// Adds empty cells to the key until the row stands alone among some.
void tell_apart(const MetricRow& row, std::vector<const MetricRow*> others, std::map<std::string, std::string>& key) {
  std::erase_if(others, [&](const MetricRow* other) { return !agrees(*other, key); });
  for (const TextColumn& column : figure_columns()) {
    if (others.size() <= 1) return;
    if (!(row.*column.member).empty()) continue;
    const auto before = others.size();
    std::erase_if(others, [&](const MetricRow* other) { return !(other->*column.member).empty(); });
    if (others.size() < before) key.emplace(column.name, "");
  }
}

/// A column of verdicts.csv that holds a figure.
struct VerdictFigure {
  std::string_view column;
  std::optional<double> (*value)(const Verdict&);
  std::optional<Of> of;  ///< nothing: as the value of the verdict
};
using V = const Verdict&;
constexpr std::array<VerdictFigure, 14> kVerdictFigures{{{"value", [](V v) { return v.value; }, {}},
                                                         {"low", [](V v) { return v.low; }, {}},
                                                         {"high", [](V v) { return v.high; }, {}},
                                                         {"margin", [](V v) { return v.margin; }, {}},
                                                         {"last_12_months", [](V v) { return v.last_12_months; }, {}},
                                                         {"month_of_due", [](V v) { return v.month_of_due; }, {}},
                                                         {"unserved_share", [](V v) { return v.unserved_share; }, {}},
                                                         {"threshold", [](V v) { return std::optional(v.threshold); }, Of::input},
                                                         {"observed", [](V v) { return v.observed; }, Of::observed},
                                                         {"ceiling", [](V v) { return v.ceiling; }, Of::bound},
                                                         {"ceiling_capacity", [](V v) { return v.ceiling_capacity; }, Of::bound},
                                                         {"value_executed", [](V v) { return v.value_executed; }, Of::one_run},
                                                         {"without_order", [](V v) { return v.without_order; }, Of::one_run},
                                                         {"with_order", [](V v) { return v.with_order; }, Of::one_run}}};

const VerdictFigure& verdict_figure(std::string_view column) {
  const auto found = std::find_if(kVerdictFigures.begin(), kVerdictFigures.end(), [&](const auto& f) { return f.column == column; });
  RAILSHIFT_EXPECTS(found != kVerdictFigures.end(), "the column of verdicts.csv holds a figure");
  return *found;
}

Of of_value(const Verdict& v) {
  const bool seen = std::any_of(v.reasons.begin(), v.reasons.end(),
                                [](const BasisReason& reason) { return reason == BasisReason{PlainReason::observed}; });
  if (seen) return Of::observed;
  if (is_estimate(v)) return Of::estimate;
  return v.n > 1 ? Of::mean : Of::one_run;
}

std::string verdict_text(const Verdict& v, std::string_view column, const std::optional<double>& value, Language language) {
  if (column == "threshold") return exact_text(v.threshold, v.unit, language);
  if (column == "unserved_share") return figure_text(value, "1", language);
  if (column == "margin") return value ? distance_text(std::abs(*value), v.unit, language) : distance_text(value, v.unit, language);
  return figure_text_beside(value, v.threshold, v.unit, language);
}

}  // namespace

document::Run Page::no_figure(document::Look look) const { return {figure_text(std::nullopt, "", language_), look, {}, {}}; }

document::Run Page::figure(const std::string& id, const Figure& figure, document::Look look) {
  const auto [there, is_new] = document_->figures.try_emplace(id, figure);
  if (!is_new && !(there->second == figure)) throw std::logic_error("two figures have the id " + id);
  return {there->second.text, look, id, {}};
}

Page::Rows Page::by_metric_and_period(const MetricTable& metrics) {
  Rows rows;
  for (const MetricRow& row : metrics) rows[{row.metric, row.period}].push_back(&row);
  return rows;
}

const std::vector<const MetricRow*>& Page::rows_of(const Side& side, std::string_view metric, std::string_view period) const {
  static const std::vector<const MetricRow*> kNone;
  const Rows& rows = &side == baseline() ? baseline_rows_ : plan_rows_;
  const auto found = rows.find({std::string(metric), std::string(period)});
  return found == rows.end() ? kNone : found->second;
}

const MetricRow* Page::row(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const {
  for (const MetricRow* row : rows_of(side, metric, period)) {
    if (scope_of(*row) == scope) return row;
  }
  return nullptr;
}

std::optional<double> Page::value(const Side& side, std::string_view metric, std::string_view period, const Scope& scope) const {
  const MetricRow* found = row(side, metric, period, scope);
  return found == nullptr ? std::nullopt : std::optional(found->value);
}

std::map<std::string, std::string> Page::key_of(const Side& side, const MetricRow& row) const {
  std::map<std::string, std::string> key = filled_cells(row);
  tell_apart(row, rows_of(side, row.metric, row.period), key);
  key.emplace("replication", std::to_string(row.replication));
  return key;
}

document::Run Page::metric(const Side& side, std::string_view metric, std::string_view period, const Scope& scope, document::Look look) {
  const MetricRow* found = row(side, metric, period, scope);
  if (found == nullptr) return no_figure(look);
  const std::string text = figure_text(found->value, found->unit, language_);
  return figure(
      row_id(side, metric, period, scope),
      {found->value, found->unit, text, side.of, 1, found->standing, {side.folder + "metrics.csv", key_of(side, *found), "value", "", {}}},
      look);
}

document::Run Page::metric_part(const Side& side, const MetricRow& row, std::string_view column, std::string_view unit) {
  RAILSHIFT_EXPECTS(column == "numerator" || column == "denominator", "a row has a numerator and a denominator");
  const std::optional<double>& part = column == "numerator" ? row.numerator : row.denominator;
  return figure(fmt::format("{}:{}", row_id(side, row.metric, row.period, scope_of(row)), column),
                {part,
                 std::string(unit),
                 figure_text(part, unit, language_),
                 side.of,
                 1,
                 row.standing,
                 {side.folder + "metrics.csv", key_of(side, row), std::string(column), "", {}}});
}

document::Run Page::of_verdict(const Verdict& verdict, std::string_view column, document::Look look) {
  const VerdictFigure& which = verdict_figure(column);
  const std::optional<double> value = which.value(verdict);
  const Of of = which.of.value_or(of_value(verdict));
  const MetricRow* measured = row(plan(), to_text(verdict.metric), to_text(verdict.judged), verdict.scope);
  std::string standing;
  if (of == Of::input) standing = "published";
  if (of != Of::input && of != Of::observed && measured != nullptr) standing = measured->standing;
  const std::string unit = column == "unserved_share" ? "1" : verdict.unit;
  if (!input_->study_case.empty() && column == "threshold")
    return of_chance_row(verdict, column, {value, unit, verdict_text(verdict, column, value, language_), of, 1, standing, {}}, look);
  const auto n = static_cast<std::uint32_t>(of == Of::mean ? verdict.n : 1);
  return figure(fmt::format("verdict:{}:{}", verdict.target, column),
                {value,
                 unit,
                 verdict_text(verdict, column, value, language_),
                 of,
                 n,
                 standing,
                 {"verdicts.csv", {{"target", verdict.target}}, std::string(column), "", {verdict.clause}}},
                look);
}

document::Run Page::of_chance_row(const Verdict& asked, std::string_view column, Figure figure, document::Look look) {
  const std::string& of_case = input_->study_case;
  figure.from = {of_case.empty() ? "chances.csv" : "targets.csv", {{"target", asked.target}}, std::string(column), "", {asked.clause}};
  if (!of_case.empty()) figure.from.key.emplace("case", of_case);
  return this->figure(fmt::format("chance:{}{}:{}", of_case.empty() ? "" : of_case + ":", asked.target, column), figure, look);
}

document::Run Page::of_comparison(const ComparisonRow& row, std::string_view column) {
  std::map<std::string, std::string> key = filled_cells(row.key);
  std::vector<const MetricRow*> others;
  for (const ComparisonRow& other : input_->comparison) {
    if (other.key.metric == row.key.metric && other.key.period == row.key.period) others.push_back(&other.key);
  }
  tell_apart(row.key, std::move(others), key);
  const std::string& unit = row.key.unit;
  // Of a share no per cent is said: it would be read as points.
  if (column == "percent" && percent_text(row.percent, unit) == no_figure(document::Look::plain).text)
    return no_figure(document::Look::plain);
  Figure made{row.first, unit, {}, Of::one_run, 1, "", {"comparison.csv", std::move(key), std::string(column), "", {}}};
  if (column == "plan") made.value = row.second;
  if (column == "difference") made.value = row.difference;
  if (column == "percent") made.value = row.percent;
  made.text = figure_text(made.value, unit, language_);
  if (column == "difference") made.text = difference_text(row.difference, unit, language_);
  if (column == "percent") {
    made.text = percent_text(row.percent, unit);
    made.unit = "%";
  }
  return figure(fmt::format("comparison:{}:{}:{}:{}", row.key.metric, row.key.period, to_text(scope_of(row.key)), column), made);
}

document::Run Page::count(const std::string& id, std::size_t number, From from) {
  return figure("count:" + id, {static_cast<double>(number), "", std::to_string(number), Of::count, static_cast<std::uint32_t>(number), "",
                                std::move(from)});
}

}  // namespace railshift::analysis::report
