#include "analysis/compare/compare_targets.hpp"

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

/// The values of a target in the base and in a run.
struct Beside {
  std::vector<double> base;
  std::vector<double> run;
};

void add_difference(RunTarget& found, const Beside& values, const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  if (values.base.empty() || values.run.empty()) return;
  std::vector<double> differences;
  for (const auto& [a, b] : pairs) differences.push_back(values.run[b] - values.base[a]);
  found.paired = paired(differences);
  found.difference = found.paired ? found.paired->mean : paired(values.run)->mean - paired(values.base)->mean;
}

}  // namespace

std::vector<TargetRow> compare_targets(const World& base, const std::vector<RunFigures>& runs) {
  std::vector<TargetRow> rows(base.targets.size());
  for (std::size_t at = 0; at < runs.size(); ++at) {
    const std::vector<Verdict> verdicts = judge(base, runs[at].replications);
    const YearsRun years = years_run(runs[at].replications.front());
    for (std::size_t t = 0; t < verdicts.size(); ++t) {
      const Target& target = base.targets[*base.targets.find(verdicts[t].target)];  // readings stand behind their main target
      RunTarget found;
      found.verdict = verdicts[t];
      found.months = months_run(years, to_text(verdicts[t].judged));
      if (at > 0)
        add_difference(found, {values_of(base, target, runs.front()), values_of(base, target, runs[at])}, pairs_of(runs.front(), runs[at]));
      rows[t].runs.push_back(std::move(found));
    }
  }
  return rows;
}

}  // namespace railshift::analysis
