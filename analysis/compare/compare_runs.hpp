#pragma once
/// Several runs beside one that is the base: the same metric, scope and year in each, and how far each lies from the base on the same
/// seeds.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/period.hpp"

namespace railshift::analysis {

/// By year, ids of firms.
using FirmsByYear = std::map<int, std::vector<std::string>>;
/// The listed firms with a siding (listed_with_siding) in the years of a scenario.
[[nodiscard]] FirmsByYear firms_with_siding(const World& world);

/// The figures of a run, one table a replication; the replications are on this seed and those after it.
struct RunFigures {
  std::string name;  ///< what its columns are called in a table
  int base_year = 0;
  std::uint32_t seed = 0;
  std::vector<MetricTable> replications;
  FirmsByYear with_siding{};  ///< firms_with_siding of its world
};

/// Differences run - base, one a seed that both ran.
struct Paired {
  int n = 0;
  double least = 0.0;
  double mean = 0.0;
  double greatest = 0.0;
};

/// A figure of one run beside the base.
struct RunFigure {
  std::optional<double> value;       ///< mean over the replications that have it
  int n = 0;                         ///< how many they are
  std::optional<MonthsRun> months;   ///< of the year, where the run has it
  std::optional<double> difference;  ///< paired.mean; without a common seed the difference of the means. Over the same months only, as in
                                     ///< compare()
  std::optional<double> percent;     ///< of the base
  std::optional<Paired> paired;
};
struct FigureRow {
  MetricRow key;                ///< metric, scope, period and unit only
  std::vector<RunFigure> runs;  ///< in the order of the runs, the base first
};

/// Replications of two runs that are on one seed, by index (base, run), in the order of the seeds. Empty: the runs have no seed in common.
using SeedPairs = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] SeedPairs pairs_of(const RunFigures& base, const RunFigures& run);

/// The seeds that two runs have in common, and how far beside them the mean of each goes.
struct CommonSeeds {
  std::size_t n = 0;
  std::uint64_t first = 0, last = 0;  ///< with n > 0
  bool all = false;                   ///< both runs are on these and no others: differences are those of the means
};
[[nodiscard]] CommonSeeds common_seeds(const RunFigures& base, const RunFigures& run);
/// Nothing for no values.
[[nodiscard]] std::optional<Paired> paired(const std::vector<double>& differences);

/// Whether both runs count the same firms in a figure, each by the same yardstick: where one has other firms with a siding, figures that
/// depend on them (depends_on_sidings) are of other firms.
[[nodiscard]] bool same_firms(const RunFigures& base, const RunFigures& run, const Scope& scope, const std::string& period);

/// Yearly figures that one of the runs has, in key order; what counts other firms (same_firms) has no difference. Precondition: two runs or
/// more, each with a replication.
[[nodiscard]] std::vector<FigureRow> compare_runs(const std::vector<RunFigures>& runs);

}  // namespace railshift::analysis
