#include "sim/rules/capacity/path_day.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::rules {
namespace {

constexpr double kDayHours = 24.0;
/// Products of hours and slots that ought to be whole are, but for their last bits.
constexpr double kWhole = 1e-9;

int whole_below(double value) { return static_cast<int>(std::floor(value + kWhole)); }

}  // namespace

std::int64_t background_parts(double trains_per_day) {
  return std::llround(std::max(0.0, trains_per_day) * static_cast<double>(kBackgroundParts));
}

bool is_background(const PathDay& paths, std::int64_t background, std::int64_t day, std::int64_t slot) {
  const std::int64_t all = std::int64_t{paths.slots} * kBackgroundParts;
  if (background >= all) return true;
  const std::int64_t n = (day % kBackgroundParts) * paths.slots + slot;
  return n * background % all < background;
}

int free_on(const PathDay& paths, std::int64_t background, std::int64_t day) {
  int free = 0;
  for (int slot = 0; slot < paths.slots; ++slot) free += !paths.is_closed(slot) && !is_background(paths, background, day, slot) ? 1 : 0;
  return free;
}

PathDay with_window(int slots, double hours, double begins_hour, int day_of_window) {
  PathDay day{std::max(0, slots), 0, 0};
  const double lost = day.slots * hours / kDayHours;
  day.closed = whole_below((day_of_window + 1) * lost) - whole_below(day_of_window * lost);
  const auto first = static_cast<int>(std::ceil(begins_hour / kDayHours * day.slots - kWhole));
  day.closed_first = std::max(0, std::min(first, day.slots - day.closed));
  return day;
}

}  // namespace railshift::rules
