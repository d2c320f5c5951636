#include "analysis/compare/comparison_csv.hpp"

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"

namespace railshift::analysis {
namespace {

/// What both kinds of row say of a run.
struct RunCells {
  std::optional<double> value;
  int replications = 0;  ///< with a value: of which it is the mean
  std::optional<double> difference, percent;
  std::optional<Paired> paired;
  std::optional<MonthsRun> months;
};

/// The rows that begin with what a row is of, and end with one group of cells after the other for the runs.
class ComparisonTable {
 public:
  explicit ComparisonTable(const std::vector<RunFigures>& runs) {
    csv_.field("row").field("target");
    for (const TextColumn& column : figure_columns()) csv_.field(column.name);
    for (const RunFigures& run : runs) {
      csv_.field(run.name);
      common_.push_back(common_text(common_seeds(runs.front(), run)));
    }
    for (std::size_t i = 1; i < runs.size(); ++i) {
      for (const char* what : {"_difference", "_percent", "_least", "_greatest", "_seeds", "_common_seeds"})
        csv_.field(runs[i].name + what);
    }
    for (const RunFigures& run : runs) csv_.field(run.name + "_replications").field(run.name + "_months");
    csv_.end_row();
  }
  void row(const char* kind, const std::string& target, const MetricRow& key, const std::vector<RunCells>& runs) {
    csv_.field(kind).field(target);
    for (const TextColumn& column : figure_columns()) csv_.field(key.*column.member);
    for (const RunCells& run : runs) csv_.field(run.value);
    for (std::size_t i = 1; i < runs.size(); ++i) add_difference(runs[i], common_[i]);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      csv_.field(runs[i].value ? std::to_string(runs[i].replications) : std::string{});
      csv_.field(runs[i].months ? to_text(*runs[i].months) : std::string{});
    }
    csv_.end_row();
  }
  [[nodiscard]] std::string take() { return csv_.take(); }

 private:
  static std::string common_text(const CommonSeeds& seeds) {
    return seeds.n == 0 ? std::string{} : std::to_string(seeds.first) + ".." + std::to_string(seeds.last);
  }
  void add_difference(const RunCells& run, const std::string& common) {
    const auto& paired = run.paired;
    csv_.field(run.difference).field(run.percent);
    csv_.field(paired ? std::optional(paired->least) : std::nullopt).field(paired ? std::optional(paired->greatest) : std::nullopt);
    csv_.field(paired ? std::to_string(paired->n) : std::string{}).field(paired ? common : std::string{});
  }

  CsvText csv_;
  std::vector<std::string> common_;  ///< seeds of each run and the base
};

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

std::string to_csv(const std::vector<TargetRow>& targets, const std::vector<FigureRow>& figures, const std::vector<RunFigures>& runs) {
  ComparisonTable table(runs);
  for (const TargetRow& row : targets) {
    const Verdict& asked = row.runs.front().verdict;
    std::vector<RunCells> cells;
    for (const RunTarget& run : row.runs)
      cells.push_back({run.verdict.value, run.verdict.n, run.difference, std::nullopt, run.paired, run.months});
    table.row("target", asked.target, key_of_target(asked), cells);
  }
  for (const FigureRow& row : figures) {
    std::vector<RunCells> cells;
    for (const RunFigure& run : row.runs) cells.push_back({run.value, run.n, run.difference, run.percent, run.paired, run.months});
    table.row("figure", "", row.key, cells);
  }
  return table.take();
}

}  // namespace railshift::analysis
