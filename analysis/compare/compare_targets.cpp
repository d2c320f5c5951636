#include "analysis/compare/compare_targets.hpp"

#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

/// The value in every replication; nothing if one has none.
std::vector<double> values_of(const World& world, const Target& target, const RunFigures& run) {
  std::vector<double> values;
  for (const MetricTable& metrics : run.replications) {
    const auto value = value_of(world, target, metrics);
    if (!value) return {};
    values.push_back(*value);
  }
  return values;
}

/// Growth from other base years, or from a base year that was run over other months, is measured from other figures: no difference, as in
/// compare().
bool same_start(const Verdict& verdict, const RunFigures& base, const RunFigures& run) {
  const auto kind = verdict.scope.find("denominator_kind");
  if (!is_growth(to_text(verdict.metric), kind == verdict.scope.end() ? std::string_view{} : std::string_view(kind->second))) return true;
  const auto months = [](const RunFigures& figures) {
    return months_run(years_run(figures.replications.front()), to_text(Period{figures.base_year, 0}));
  };
  return base.base_year == run.base_year && months(base) == months(run);
}

/// How far the values of a run lie from those of the base.
void add_difference(RunTarget& found, const std::vector<double>& base, const std::vector<double>& run, const SeedPairs& pairs) {
  if (base.empty() || run.empty()) return;
  std::vector<double> differences;
  for (const auto& [a, b] : pairs) differences.push_back(run[b] - base[a]);
  found.paired = paired(differences);
  found.difference = found.paired ? found.paired->mean : paired(run)->mean - paired(base)->mean;
}

}  // namespace

std::vector<TargetRow> compare_targets(const World& base, const std::vector<RunFigures>& runs) {
  std::vector<TargetRow> rows(base.targets.size());
  std::vector<std::vector<double>> of_base;  // by target
  for (const Target& target : base.targets) of_base.push_back(values_of(base, target, runs.front()));
  for (std::size_t at = 0; at < runs.size(); ++at) {
    const std::vector<Verdict> verdicts = judge(base, runs[at].replications);
    const YearsRun years = years_run(runs[at].replications.front());
    const SeedPairs pairs = pairs_of(runs.front(), runs[at]);
    for (std::size_t t = 0; t < verdicts.size(); ++t) {
      // Rows stand as verdicts do: readings behind their main target.
      const Id<Target> target = *base.targets.find(verdicts[t].target);
      RunTarget found;
      found.verdict = verdicts[t];
      found.months = months_run(years, to_text(verdicts[t].judged));
      if (at > 0 && same_firms(runs.front(), runs[at], verdicts[t].scope, to_text(verdicts[t].judged)) &&
          same_start(found.verdict, runs.front(), runs[at]))
        add_difference(found, of_base[target.index], values_of(base, base.targets[target], runs[at]), pairs);
      rows[t].runs.push_back(std::move(found));
    }
  }
  return rows;
}

}  // namespace railshift::analysis
