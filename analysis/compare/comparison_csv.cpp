#include "analysis/compare/comparison_csv.hpp"

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"

namespace railshift::analysis {
namespace {

/// What both kinds of row say of a run.
struct RunCells {
  std::optional<double> value, difference, percent;
  std::optional<Paired> paired;
  std::optional<MonthsRun> months;
};

void header(CsvText& csv, const std::vector<std::string>& names) {
  csv.field("row").field("target");
  for (const TextColumn& column : figure_columns()) csv.field(column.name);
  for (const std::string& name : names) csv.field(name);
  for (std::size_t i = 1; i < names.size(); ++i) {
    for (const char* what : {" difference", " percent", " least", " greatest", " seeds"}) csv.field(names[i] + what);
  }
  for (const std::string& name : names) csv.field(name + " months");
  csv.end_row();
}

void finish(CsvText& csv, const std::vector<RunCells>& runs) {
  for (const RunCells& run : runs) csv.field(run.value);
  for (std::size_t i = 1; i < runs.size(); ++i) {
    csv.field(runs[i].difference).field(runs[i].percent);
    const auto& paired = runs[i].paired;
    csv.field(paired ? std::optional(paired->least) : std::nullopt).field(paired ? std::optional(paired->greatest) : std::nullopt);
    csv.field(paired ? std::to_string(paired->n) : std::string{});
  }
  for (const RunCells& run : runs) csv.field(run.months ? to_text(*run.months) : std::string{});
  csv.end_row();
}

/// The metric, scope, period and unit of a target where a figure has its own.
MetricRow key_of_target(const Verdict& verdict) {
  MetricRow key;
  key.metric = to_text(verdict.metric);
  for (const TextColumn& column : scope_columns()) {
    const auto named = verdict.scope.find(std::string(column.name));
    if (named != verdict.scope.end()) key.*column.member = named->second;
  }
  key.period = to_text(verdict.judged);
  key.unit = verdict.unit;
  return key;
}

}  // namespace

std::string to_csv(const std::vector<TargetRow>& targets, const std::vector<FigureRow>& figures, const std::vector<std::string>& names) {
  CsvText csv;
  header(csv, names);
  const auto begin = [&csv](const char* row, const std::string& target, const MetricRow& key) {
    csv.field(row).field(target);
    for (const TextColumn& column : figure_columns()) csv.field(key.*column.member);
  };
  for (const TargetRow& row : targets) {
    const Verdict& asked = row.runs.front().verdict;
    begin("target", asked.target, key_of_target(asked));
    std::vector<RunCells> cells;
    for (const RunTarget& run : row.runs) cells.push_back({run.verdict.value, run.difference, std::nullopt, run.paired, run.months});
    finish(csv, cells);
  }
  for (const FigureRow& row : figures) {
    begin("figure", "", row.key);
    std::vector<RunCells> cells;
    for (const RunFigure& run : row.runs) cells.push_back({run.value, run.difference, run.percent, run.paired, run.months});
    finish(csv, cells);
  }
  return csv.take();
}

}  // namespace railshift::analysis
