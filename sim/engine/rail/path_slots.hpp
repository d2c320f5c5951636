#pragma once
/// Path slots of one section and direction: N a day at fixed headway, some of them the background's or in a maintenance window; trains
/// first come, first served.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/rules/capacity/path_day.hpp"

namespace railshift::engine {

class PathSlots {
 public:
  /// Where slot n of a day starts: at round(n x 86400 s / per_day), or half a headway later, as trains of a single track's other direction.
  enum class Phase : std::uint8_t { on_headway, between };
  explicit PathSlots(int per_day, Phase phase = Phase::on_headway) : always_{per_day, 0, 0}, phase_(phase) {}

  /// Background trains a day from now on (rules::is_background).
  void set_background(double per_day) { background_ = rules::background_parts(per_day); }
  /// What single days have, from day `first` (counted from day 0) on; all others have `always`.
  void set_days(std::int64_t first, std::vector<rules::PathDay> days, rules::PathDay always);
  /// Books the first free slot that starts at `ready` or later and returns its start. Calls come in time order.
  /// Precondition: background < slots on days that nothing is said of.
  Tick book(Tick ready) { return book(ready, background_); }
  /// The same for a train that background trains give way to.
  Tick book_first(Tick ready) { return book(ready, 0); }
  /// Joins the last booked slot, if it starts at `ready` or later and has fewer than `most` trains; nothing if not.
  [[nodiscard]] std::optional<Tick> join(Tick ready, std::int64_t most);

 private:
  struct Slot {
    std::int64_t day = 0;
    std::int64_t in_day = -1;
  };
  [[nodiscard]] const rules::PathDay& on(std::int64_t day) const;
  [[nodiscard]] Tick start_of(Slot slot) const;
  [[nodiscard]] bool is_taken(Slot slot, std::int64_t background) const;
  Tick book(Tick ready, std::int64_t background);
  [[nodiscard]] Slot after(Slot slot) const;

  rules::PathDay always_;
  std::int64_t first_ = 0;
  std::vector<rules::PathDay> days_;
  std::int64_t background_ = 0;  ///< in rules::kBackgroundParts
  Slot last_;                    ///< last booked slot
  std::int64_t on_last_ = 0;     ///< trains on it
  Phase phase_;
};

}  // namespace railshift::engine
