#include "analysis/compare/compare_runs.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// One figure of a run while its replications come in.
struct Gathered {
  std::vector<double> values;       ///< of all replications
  std::vector<double> of_base;      ///< of those of the base that have a partner
  std::vector<double> differences;  ///< by seed
  bool comparable = false;          ///< over the same months
};
using FiguresByKey = std::map<std::vector<std::string>, FigureRow>;

double mean_of(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

MetricTable as_one_replication(MetricTable table) {
  for (MetricRow& row : table) row.replication = 1;
  return table;
}

void add_values(FiguresByKey& figures, std::map<std::vector<std::string>, Gathered>& gathered, const RunFigures& run, std::size_t runs) {
  for (const MetricTable& table : run.replications) {
    for (const MetricRow& row : table) {
      const auto period = period_from_text(row.period);
      if (!period || !period->is_year()) continue;
      const auto key = figure_key(row);
      gathered[key].values.push_back(row.value);
      const auto [at, is_new] = figures.try_emplace(key);
      if (!is_new) continue;
      at->second.key = only_key(row);
      at->second.key.replication = 1;
      at->second.runs.resize(runs);
    }
  }
}

RunFigure of(const Gathered& gathered, double base_mean) {
  RunFigure figure;
  figure.n = static_cast<int>(gathered.values.size());
  if (!gathered.values.empty()) figure.value = mean_of(gathered.values);
  figure.paired = paired(gathered.differences);
  if (figure.paired) figure.difference = figure.paired->mean;
  if (!figure.paired && gathered.comparable && figure.value) figure.difference = *figure.value - base_mean;
  const double whole = figure.paired ? mean_of(gathered.of_base) : base_mean;
  if (figure.difference && whole != 0.0) figure.percent = 100.0 * *figure.difference / whole;
  return figure;
}

/// The figures of one run, seed by seed beside those of the base; without a common seed the first replications say what is comparable.
void add_run(FiguresByKey& figures, const std::vector<RunFigures>& runs, std::size_t at) {
  const RunFigures &base = runs.front(), &run = runs[at];
  std::map<std::vector<std::string>, Gathered> gathered;
  add_values(figures, gathered, run, runs.size());
  SeedPairs pairs;
  if (at > 0) pairs = pairs_of(base, run);
  const bool same_seeds = !pairs.empty();
  if (!same_seeds) pairs.emplace_back(0, 0);
  for (const auto& [a, b] : pairs) {
    const auto rows =
        compare(as_one_replication(base.replications[a]), as_one_replication(run.replications[b]), {base.base_year, run.base_year});
    for (const ComparisonRow& row : rows) {
      const auto key = figure_key(row.key);
      FigureRow& figure = figures.at(key);
      figure.runs.front().months = row.first_months;
      figure.runs[at].months = row.second_months;
      if (!row.difference || !same_firms(base, run, scope_of(row.key), row.key.period)) continue;
      Gathered& seen = gathered[key];
      seen.comparable = true;
      if (!same_seeds) continue;
      seen.differences.push_back(*row.difference);
      seen.of_base.push_back(*row.first);
    }
  }
  for (auto& [key, row] : figures) {
    const auto seen = gathered.find(key);
    if (seen == gathered.end()) continue;
    const auto months = row.runs[at].months;
    row.runs[at] = of(seen->second, row.runs.front().value.value_or(0.0));
    row.runs[at].months = months;
    if (at == 0) row.runs[at].difference = std::nullopt;
    if (at == 0 || row.key.metric == "reported_months") row.runs[at].percent = std::nullopt;
  }
}

}  // namespace

SeedPairs pairs_of(const RunFigures& base, const RunFigures& run) {
  SeedPairs pairs;
  for (std::size_t a = 0; a < base.replications.size(); ++a) {
    const std::uint64_t seed = std::uint64_t{base.seed} + a;
    if (seed >= run.seed && seed - run.seed < run.replications.size()) pairs.emplace_back(a, seed - run.seed);
  }
  return pairs;
}

CommonSeeds common_seeds(const RunFigures& base, const RunFigures& run) {
  const SeedPairs pairs = pairs_of(base, run);
  if (pairs.empty()) return {};
  const auto seed = [&base](std::size_t replication) { return std::uint64_t{base.seed} + replication; };
  const bool all = pairs.size() == base.replications.size() && pairs.size() == run.replications.size();
  return {pairs.size(), seed(pairs.front().first), seed(pairs.back().first), all};
}

std::optional<Paired> paired(const std::vector<double>& differences) {
  if (differences.empty()) return std::nullopt;
  const auto [least, greatest] = std::minmax_element(differences.begin(), differences.end());
  // Equal differences have that difference as their mean, without a rounding step in between.
  return Paired{static_cast<int>(differences.size()), *least, *least == *greatest ? *least : mean_of(differences), *greatest};
}

FirmsByYear firms_with_siding(const World& world) {
  FirmsByYear firms;
  for (int year = year_of(world.settings.start); year <= year_of(world.settings.end - 1); ++year) {
    for (const Id<Firm> firm : listed_with_siding(world, year)) firms[year].push_back(world.firms[firm].id);
  }
  return firms;
}

bool same_firms(const RunFigures& base, const RunFigures& run, const Scope& scope, const std::string& period) {
  const auto of = depends_on_sidings(scope) ? period_from_text(period) : std::nullopt;
  if (!of) return true;
  const auto firms = [&](const RunFigures& one) {
    const auto found = one.with_siding.find(of->year);
    return found == one.with_siding.end() ? std::vector<std::string>{} : found->second;
  };
  return firms(base) == firms(run);
}

std::vector<FigureRow> compare_runs(const std::vector<RunFigures>& runs) {
  RAILSHIFT_EXPECTS(runs.size() > 1, "a base and a run are compared");
  FiguresByKey figures;
  for (std::size_t at = 0; at < runs.size(); ++at) {
    RAILSHIFT_EXPECTS(!runs[at].replications.empty(), "a run has a replication");
    add_run(figures, runs, at);
  }
  std::vector<FigureRow> rows;
  for (auto& [key, row] : figures) rows.push_back(std::move(row));
  return rows;
}

}  // namespace railshift::analysis
