#pragma once
/// What the railway has in a month, as means that expected waits are reckoned with.
#include <vector>

#include "sim/rules/capacity/capacity_steps.hpp"

namespace railshift::engine {

/// Tracks of a siding in a month in which measures may change them.
struct TrackMonth {
  int tracks = 1;        ///< mean over the days, rounded, at least 1
  double stretch = 1.0;  ///< how much longer work takes that rests in windows: 24 / (24 - mean hours closed a day)
};
[[nodiscard]] TrackMonth tracks_in(const rules::CapacitySteps& steps, const Siding& siding, Id<Siding> id, Month month);

/// Hours until a free path, and in the queue for paths.
struct PathWait {
  double next_h = 0.0, queue_h = 0.0;
};
/// Over the days of a month with b background trains a day and so many trains a day of so many movements. Days that are all alike and
/// have no window: next_path_h and path_queue_h with b rounded. Else half the mean square gap between the free paths of the month over
/// their mean gap, and the queue for their mean number a day; without a free path the hours of the month.
[[nodiscard]] PathWait path_wait_in(const std::vector<rules::PathDay>& days, double background, double trains_a_day, int movements);

}  // namespace railshift::engine
