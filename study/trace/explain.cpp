#include <algorithm>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/metrics_read.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/core/both.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/files/file_bytes.hpp"
#include "sim/core/text.hpp"
#include "study/refused.hpp"
#include "study/stored_run.hpp"
#include "study/trace/explanation.hpp"
#include "study/trace/figure_named.hpp"
#include "study/trace/goods_graph.hpp"
#include "study/trace/ledger_sums.hpp"
#include "study/trace/measure_lines.hpp"
#include "study/trace/register_graph.hpp"
#include "study/trace/traffic_graph.hpp"

namespace railshift::study::trace {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDocument = "document.json";

/// A run's folder; of an assessment that of its plan, with how its files are called from the folder that was named.
struct RunPlace {
  fs::path folder, named;
  std::string prefix;
};
RunPlace run_place(const fs::path& folder) {
  const bool assessment = !fs::exists(folder / "run.gpkg") && fs::exists(folder / "plan" / "run.gpkg");
  return assessment ? RunPlace{folder / "plan", folder, "plan/"} : RunPlace{folder, folder, ""};
}

std::optional<analysis::document::Documents> documents_of(const RunPlace& place) {
  std::error_code none;
  if (!fs::exists(place.named / kDocument, none)) return std::nullopt;
  return analysis::document::documents_from(read_file(place.named / kDocument));
}

/// metrics.csv in the order of the file, all replications.
analysis::MetricTable metrics_of(const RunPlace& place) {
  analysis::MetricTable all;
  for (analysis::MetricTable& table : stored_metrics(place.folder)) std::move(table.begin(), table.end(), std::back_inserter(all));
  return all;
}

bool same_figure(const analysis::MetricRow& a, const analysis::MetricRow& b) { return analysis::figure_key(a) == analysis::figure_key(b); }

/// Lines of metrics.csv with the figure: the header is line 1, every row has one line.
std::vector<CsvPlace> cells_of(const RunPlace& place, const analysis::MetricRow& row) {
  std::vector<CsvPlace> cells;
  int line = 1;
  for (const analysis::MetricRow& other : analysis::metrics_from_csv(read_file(place.folder / "metrics.csv"), "metrics.csv")) {
    ++line;
    if (same_figure(other, row)) cells.push_back({place.prefix + "metrics.csv", line, other.replication, other.value});
  }
  return cells;
}

OfTarget target_of(const RunPlace& place, const Target& target) {
  OfTarget of{target.id, std::string(to_text(target.op)), target.unit, to_string(target.due), "", target.value, std::nullopt, 0};
  const fs::path& folder = fs::exists(place.named / "verdicts.csv") ? place.named : place.folder;
  const auto said = stored_verdicts(folder);
  if (const auto at = said.find(target.id); at != said.end()) {
    of.outcome = at->second.outcome;
    of.value = at->second.value;
  }
  Problems none;
  for (const CsvRow& row : read_csv(without_bom(read_file(folder / "verdicts.csv")), "verdicts.csv", none)) {
    if (!row.cells.empty() && row.cells.front().text == target.id) of.line = row.line;
  }
  return of;
}

std::vector<Pick> picks_of(const Question& q) {
  const std::string& metric = q.row.metric;
  if (metric == "reported_months") return {};
  if (metric == "through_km_inside") return through_picks(q);
  if (metric == "exhaust" || metric == "truck_km") return exhaust_picks(q);
  if (metric.starts_with("register_") || metric.starts_with("new_energy_") || metric.starts_with("retired_") || metric == "transferred_out")
    return register_picks(q);
  return goods_picks(q);
}

/// Rows that carry a clause name it.
void name_clauses(const World& world, std::vector<CitedInput>& inputs) {
  for (const Clause& clause : world.clauses) {
    for (const Carrier& carrier : carriers_of(clause.carried_by)) {
      for (CitedInput& input : inputs) {
        const bool table = carrier.table == "measure" ? input.file.ends_with(".toml") : input.file.ends_with("/" + carrier.table + ".csv");
        if (table && input.clause.empty() &&
            (input.key == carrier.id || input.key.starts_with(carrier.id + ".") || input.key.starts_with(carrier.id + "@")))
          input.clause = clause.id;
      }
    }
  }
}

std::vector<Clause> clauses_of(const World& world, const std::vector<CitedInput>& inputs, const std::optional<Id<Target>>& target) {
  std::set<std::string> ids;
  for (const CitedInput& input : inputs) ids.insert(input.clause);
  if (target) ids.insert(world.clauses[world.targets[*target].clause].id);
  std::vector<Clause> clauses;
  for (const Clause& clause : world.clauses) {
    if (ids.contains(clause.id)) clauses.push_back(clause);
  }
  return clauses;
}

}  // namespace

Explanation explain(const fs::path& folder, const std::string& figure) {
  const RunPlace place = run_place(folder);
  const ledger::RunFile run = open_run(place.folder);
  const World world = world_of(run);
  const analysis::MetricTable metrics = metrics_of(place);
  const NamedFigure named = figure_named(figure, world, metrics, documents_of(place));
  const Question question{world, run.ledger, *named.row};
  Explanation way;
  way.figure = figure_name(*named.row);
  way.row = *named.row;
  way.formula = formula_of(named.row->metric);
  way.cells = cells_of(place, *named.row);
  way.sums = ledger_sums(question, way.formula);
  way.inputs = cited_inputs(question, run.inputs, picks_of(question));
  way.numbers = all_numbers(question, run.inputs).size();
  if (named.target) {
    way.target = target_of(place, world.targets[*named.target]);
    if (auto threshold = target_threshold(world.targets[*named.target], run.inputs)) way.inputs.push_back(std::move(*threshold));
  }
  name_clauses(world, way.inputs);
  way.clauses = clauses_of(world, way.inputs, named.target);
  return way;
}

Explainable explainable(const fs::path& folder) {
  const RunPlace place = run_place(folder);
  const ledger::RunFile run = open_run(place.folder);
  const World world = world_of(run);
  const analysis::MetricTable metrics = metrics_of(place);
  Explainable all;
  for (const Target& target : world.targets) {
    const std::string period = analysis::to_text(analysis::judged_period(target));
    const auto rows = analysis::rows_of(target, metrics);
    if (std::any_of(rows.begin(), rows.end(), [&](const auto* row) { return row->period == period; })) all.targets.push_back(target.id);
  }
  for (const analysis::MetricRow& row : metrics) {
    if (row.replication == 1 && row.period.size() == 4) all.metrics.push_back(figure_name(row));
  }
  if (const auto documents = documents_of(place)) {
    for (const auto& [id, of] : documents->zh.figures) {
      if (of.from.key.contains("target") || of.from.key.contains("metric")) all.figures.push_back(id);
    }
  }
  return all;
}

}  // namespace railshift::study::trace
