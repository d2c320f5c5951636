#pragma once
/// Path slots of one section and direction: N a day at fixed headway, some of them the background's, trains first come, first served.
#include <cstdint>

#include "sim/core/date.hpp"

namespace railshift::engine {

class PathSlots {
 public:
  /// Slot n of a day starts at round(n x 86400 s / per_day).
  explicit PathSlots(int per_day) : per_day_(per_day) {}

  /// Background trains a day from now on; slot k of a day is the background's if (k b mod N) < b.
  void set_background(int per_day) { background_ = per_day; }
  /// Books the first free slot that starts at `ready` or later and returns its start. Calls come in time order.
  /// Precondition: background < slots.
  Tick book(Tick ready);

 private:
  [[nodiscard]] Tick start_of(std::int64_t slot) const;
  [[nodiscard]] bool is_background(std::int64_t slot) const;

  std::int64_t per_day_;
  std::int64_t background_ = 0;
  std::int64_t last_ = -1;  ///< last booked slot, counted from day 0
};

}  // namespace railshift::engine
