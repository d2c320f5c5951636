#pragma once
/// A toy for the clock: tokens that hop through the calendar, couriers that SimGrid carries, a watchman who wakes at fixed ticks.
/// Everything that happens is written down with its tick. Each run lives in a child process, since SimGrid allows one engine a process.
#include <string>
#include <vector>

#include "sim/kernel/clock.hpp"

namespace railshift::kernel::toy {

/// An event put into the calendar before the run.
struct Planned {
  Tick tick = 0;
  Phase phase = Phase::arrival;
  unsigned kind = 0;
  std::uint32_t index = 0;
};

/// What an event of a kind does when it happens.
enum Kind : unsigned {
  note = 0,   ///< nothing more
  hop = 1,    ///< puts itself into the calendar again, some ticks on, until the end of the run
  post = 2,   ///< fills the outbox: a courier sets out
  faulty = 3  ///< throws
};

struct Script {
  std::vector<Planned> events;
  std::vector<Tick> watchman;  ///< when the watchman wakes
  Tick courier_travel = 0;     ///< a courier sleeps so long and then puts a note into the calendar at the tick of arrival
  Tick end = 0;
};

struct Played {
  int code = 0;
  std::string message;
  std::vector<std::string> log;  ///< "tick what index", in the order of happening
};

[[nodiscard]] Played play(const Script& script, KernelMode mode);

}  // namespace railshift::kernel::toy
