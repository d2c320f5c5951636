#include "sim/engine/months/rail_month.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/months/expected_wait.hpp"

namespace railshift::engine {
namespace {

constexpr double kHoursADay = 24.0;
/// A siding that is closed nearly always is reckoned as open for this part of the day.
constexpr double kLeastOpen = 1.0 - kFullUse;

/// Starts of the free paths of a month, hours.
std::vector<double> free_paths_h(const std::vector<rules::PathDay>& days, double background) {
  const std::int64_t parts = rules::background_parts(background);
  std::vector<double> starts;
  for (std::size_t d = 0; d < days.size(); ++d) {
    for (int slot = 0; slot < days[d].slots; ++slot) {
      if (days[d].is_closed(slot) || rules::is_background(days[d], parts, static_cast<std::int64_t>(d), slot)) continue;
      starts.push_back(kHoursADay * (static_cast<double>(d) + static_cast<double>(slot) / days[d].slots));
    }
  }
  return starts;
}

}  // namespace

TrackMonth tracks_in(const rules::CapacitySteps& steps, const Siding& siding, Id<Siding> id, Month month) {
  if (!steps.touch(id)) return {siding.tracks, 1.0};
  double tracks = 0.0, closed_h = 0.0;
  for (Date day = first_day(month); day < end_day(month); day = day + 1) {
    const rules::SidingDay at = steps.on(id, day);
    tracks += at.tracks;
    closed_h += at.closed_h;
  }
  const double days = days_in(month);
  return {std::max(1, static_cast<int>(std::lround(tracks / days))), 1.0 / std::max(kLeastOpen, 1.0 - closed_h / days / kHoursADay)};
}

PathWait path_wait_in(const std::vector<rules::PathDay>& days, double background, double trains_a_day, int movements) {
  const rules::PathDay& first = days.front();
  const bool alike = first.closed == 0 && std::all_of(days.begin(), days.end(), [&](const rules::PathDay& day) { return day == first; });
  const int rounded = static_cast<int>(background + 0.5);
  if (alike && rounded < first.slots)
    return {next_path_h(first.slots, rounded), path_queue_h(first.slots, rounded, trains_a_day, movements)};
  const std::vector<double> starts = free_paths_h(days, background);
  const double hours = kHoursADay * static_cast<double>(days.size());
  if (starts.empty()) return {hours, 0.0};
  double squares = 0.0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const double next = i + 1 < starts.size() ? starts[i + 1] : starts.front() + hours;
    squares += (next - starts[i]) * (next - starts[i]);
  }
  return {squares / (2.0 * hours), track_queue_h(1, hours / static_cast<double>(starts.size()), trains_a_day / kHoursADay, movements)};
}

}  // namespace railshift::engine
