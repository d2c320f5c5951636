#pragma once
/// 运行线 - the paths of one section, direction and day: how many, which of them a window takes, which are the background's.
#include <cstdint>

#include "sim/core/date.hpp"

namespace railshift::rules {

/// Slot k of N starts at round(k x 24 h / N).
struct PathDay {
  int slots = 0;         ///< N
  int closed_first = 0;  ///< the first slot that a maintenance window takes
  int closed = 0;        ///< how many from there on
  [[nodiscard]] bool is_closed(std::int64_t slot) const { return slot >= closed_first && slot < closed_first + closed; }
  friend bool operator==(const PathDay&, const PathDay&) = default;
};

/// Background trains are counted in these parts, so that 7.5 a day are 15 in two days.
inline constexpr std::int64_t kBackgroundParts = 1024;
[[nodiscard]] std::int64_t background_parts(double trains_per_day);

/// Whether slot `slot` of N, on day `day` counted from anywhere, is one of b background trains': (n b mod N) < b with n = day N + slot.
/// b in parts. Of whole b the day plays no part.
[[nodiscard]] bool is_background(const PathDay& paths, std::int64_t background, std::int64_t day, std::int64_t slot);

/// Slots of the day that are open and not the background's.
[[nodiscard]] int free_on(const PathDay& paths, std::int64_t background, std::int64_t day);

/// A window of h hours from an hour of the day on takes N h / 24 of the slots, from the first one in it on. Where that is no whole number,
/// days take turns: on day i of the window floor((i + 1) x) - floor(i x), so that over n days it is floor(n x).
[[nodiscard]] PathDay with_window(int slots, double hours, double begins_hour, int day_of_window);

}  // namespace railshift::rules
