#pragma once
/// When work may start at a site, and when trucks may set out on a closed way.
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Ticks after midnight between which services start; from > to: over midnight.
struct WorkDay {
  Tick from = 0;
  Tick to = 0;
  [[nodiscard]] bool holds(Tick of_day) const { return from < to ? of_day >= from && of_day < to : of_day >= from || of_day < to; }
};
/// Nothing: round the clock.
[[nodiscard]] std::optional<WorkDay> work_day(const Site& site);

/// A closed time, [from, to), in ticks since the first simulated day.
struct ClosedTime {
  Tick from = 0;
  Tick to = 0;
};
[[nodiscard]] ClosedTime closed_time(const Closure& closure, Date day_zero);

/// The times at which one site works.
class WorkingHours {
 public:
  WorkingHours() = default;
  WorkingHours(std::optional<WorkDay> day, std::vector<ClosedTime> closed);
  /// Round the clock and never closed.
  [[nodiscard]] bool always() const { return !day_ && closed_.empty(); }
  /// The first tick from `now` on at which work may start.
  [[nodiscard]] Tick next_open(Tick now) const;

 private:
  std::optional<WorkDay> day_;
  std::vector<ClosedTime> closed_;  ///< by begin
};

/// By site index.
[[nodiscard]] std::vector<WorkingHours> working_hours(const World& world);

}  // namespace railshift::rules
