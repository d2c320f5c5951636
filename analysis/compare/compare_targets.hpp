#pragma once
/// The targets of the base in several runs: what each run has, and how far it lies from the base on the same seeds.
#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/compare_runs.hpp"
#include "analysis/judge/verdicts.hpp"

namespace railshift::analysis {

/// A target in one run; figures in the target's unit.
struct RunTarget {
  Verdict verdict;                   ///< of the base's target by the figures of this run
  std::optional<MonthsRun> months;   ///< run of the judged year
  std::optional<double> difference;  ///< as in RunFigure
  std::optional<Paired> paired;
};
struct TargetRow {
  std::vector<RunTarget> runs;  ///< in the order of the runs, the base first
};

/// In the order of the base's targets. A target whose year a run did not run whole has no value there and no difference (the reasons of
/// the verdict name the months); growth has none where the runs have other base years. `base` is the world of the first run. Precondition:
/// two runs or more, each with a replication.
[[nodiscard]] std::vector<TargetRow> compare_targets(const World& base, const std::vector<RunFigures>& runs);

}  // namespace railshift::analysis
