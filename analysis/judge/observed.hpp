#pragma once
/// 观测值 - values from outside (observed.csv) beside simulated ones. They change nothing: they say how far a run is from what was counted.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/basis_reason.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Whether an observation could be compared, or the first thing that did not fit.
enum class Match : std::uint8_t { compared, no_metric, no_scope, no_period, part_of_year, no_unit };
[[nodiscard]] std::string_view to_text(Match m);

/// One row of observed.csv.
struct BesideObserved {
  std::string id, metric, scope, period, unit, source;
  double observed = 0.0;
  Match match = Match::no_metric;
  std::optional<double> simulated;   ///< mean over the replications, in the observation's unit
  std::optional<double> difference;  ///< simulated - observed
  std::optional<double> percent;     ///< of the observed value; nothing if that is 0
  /// Why the pair is no test of the model though it was compared: measures that set the quantity, an input that states it, or why it could
  /// not have come out otherwise (analysis/basis.hpp). Nothing = a test.
  std::optional<BasisReason> no_test;
};

/// All rows of observed.csv, in table order, beside the same run on several seeds.
[[nodiscard]] std::vector<BesideObserved> beside_observed(const World& world, const std::vector<MetricTable>& replications);

/// The rows of a run that have the metric in the scope of an observation, whatever their period; none where no scope fits.
[[nodiscard]] std::vector<const MetricRow*> rows_beside(const Observed& observed, const MetricTable& metrics);

/// How far a run was checked. Without any test it is 未经实测校核 (not checked against counts).
struct Checked {
  int rows = 0;      ///< observations
  int compared = 0;  ///< with a simulated counterpart
  int tests = 0;     ///< that the model could have missed
};
[[nodiscard]] Checked checked(const std::vector<BesideObserved>& rows);

}  // namespace railshift::analysis
