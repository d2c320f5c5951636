#pragma once
/// A yearly figure beside its most recent months: an order that begins in August is half hidden in the year.
#include <optional>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/model/target.hpp"

namespace railshift::analysis {

/// In the target's unit, mean over replications. Nothing where the metric has no rows by month in this scope, a month was not run,
/// or its months are of two sets of firms (those with a siding, due before December).
struct RecentMonths {
  std::optional<double> last_12;       ///< the twelve months that end with that of the due day
  std::optional<double> month_of_due;  ///< that month alone
};
[[nodiscard]] RecentMonths recent_months(const Target& target, const std::vector<MetricTable>& replications);

}  // namespace railshift::analysis
