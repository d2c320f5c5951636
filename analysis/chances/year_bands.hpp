#pragma once
/// 逐年区间 - where the headlines of a plan lie, year by year, over the members of a study.
#include <optional>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/statistics/bands.hpp"

namespace railshift::analysis {

/// One figure of one year, in its unit.
struct YearBand {
  MetricRow key;          ///< metric, scope, period and unit alone
  statistics::Band band;  ///< of the quick twins: estimates, not corrected
  int full = 0;           ///< full runs that have the figure
  std::optional<double> full_mean;
};

/// The yearly headlines (analysis/judge/headlines.hpp) that a twin has, in the order of their keys; of members that are not ruled
/// out.
[[nodiscard]] std::vector<YearBand> year_bands(const MemberTables& members);

}  // namespace railshift::analysis
