#include "sim/engine/fleet/crowded_ends.hpp"

#include <algorithm>

namespace railshift::engine {
namespace {

/// A plant calls no truck that would stand before it for longer than this.
constexpr Tick kQueueOfADay = kTicksPerDay;

}  // namespace

bool CrowdedEnds::look(std::uint16_t pool, Tick now, Tick until) {
  if (fleet_.around.world->pools[Id<Pool>{pool}].trucks) return false;
  bool changed = false;
  for (TruckLeg& leg : fleet_.around.book.legs) {
    if (leg.pool != pool) continue;
    const auto end = crowded_end(leg, now);
    if (end) leg.crowded_until = until;
    changed = changed || end.has_value() != leg.crowded_end.has_value();
    leg.crowded_end = end;
    leg.admit();
  }
  if (changed) fleet_.pools.regroup();
  return changed;
}

std::optional<PlaceIndex> CrowdedEnds::crowded_end(const TruckLeg& leg, Tick now) const {
  if (is_crowded(leg.unload_way, now)) return leg.destination;
  return is_crowded(leg.load_way, now) ? std::optional(leg.origin) : std::nullopt;
}

bool CrowdedEnds::is_crowded(WayIndex way, Tick now) const {
  const Way& stations = fleet_.around.book.ways[way];
  return std::any_of(stations.begin(), stations.end(),
                     [&](std::uint32_t s) { return fleet_.stations[s].wait_of_next(now) > kQueueOfADay; });
}

}  // namespace railshift::engine
