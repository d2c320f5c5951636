#pragma once
/// A second, plain event loop for the truck cycle of one closed shuttle: a std::priority_queue, stations with queues and servers that are
/// events of their own, no run-ahead, no SimGrid, nothing of sim/engine. It drives the same rules (draws, service laws, releases), so that
/// its list of runs must be that of the engine, tick by tick.
#include <cstdint>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::test {

/// One run of a truck that ended: at the origin (empty) or unloaded at the destination (loaded).
struct EndedRun {
  Tick end = 0;
  bool loaded = false;
  Tick wait = 0;  ///< of a load, at the stations of both ends
  friend bool operator==(const EndedRun&, const EndedRun&) = default;
};

/// Runs the first flow of a world in its closed shuttle over one month from tick 0. What the world may have: releases even, poisson,
/// timetable and stock without hours of a day; stations with feedback; one truck leg of stated hours; the same hours back; warmup 0.
[[nodiscard]] std::vector<EndedRun> first_month_by_event_loop(const World& world, std::uint32_t seed);

}  // namespace railshift::test
