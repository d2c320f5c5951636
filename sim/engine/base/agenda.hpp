#pragma once
/// Agenda: how the city puts its events into the calendar.
#include <algorithm>
#include <cstdint>

#include "sim/kernel/calendar.hpp"

namespace railshift::engine {

/// Kinds of calendar events (3 bits of the key).
enum class EventKind : std::uint8_t { truck, release, supply, hire, stockyard, review, in_reach };

class Agenda {
 public:
  explicit Agenda(kernel::Calendar& calendar) : calendar_(calendar) {}

  /// What lies beyond the last tick never happens.
  void put(Tick tick, kernel::Phase phase, EventKind kind, std::uint32_t index) const {
    calendar_.push(kernel::Key::make(std::min(tick, kMaxTick), phase, static_cast<unsigned>(kind), index));
  }
  void put_truck(Tick tick, kernel::Phase phase, std::uint32_t truck) const { put(tick, phase, EventKind::truck, truck); }

 private:
  kernel::Calendar& calendar_;
};

}  // namespace railshift::engine
