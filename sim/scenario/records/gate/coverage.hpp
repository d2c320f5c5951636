#pragma once
/// Which months a log holds from their first day to their last.
#include <set>

#include "sim/core/date.hpp"

namespace railshift::scenario {

/// A log is judged by the days of its passages; the trips of a run hold their months whole.
enum class Coverage { of_days, whole };

/// Months of which the days with passages tell a part only: where the log begins or ends more than three days inside a month, or is silent
/// for more than ten days in between, and that is more than twice what is usual in it (the median over its months of the longest silence
/// that touches a month: a gate with a load a month is silent for thirty days and holds every month whole).
[[nodiscard]] std::set<Month> partial_months(const std::set<Date>& days);

}  // namespace railshift::scenario
