#include "sim/engine/fleet/long_waits.hpp"

#include <algorithm>

#include "sim/rules/work/working_hours.hpp"

namespace railshift::engine {
namespace {

/// Whether a closure stops trucks of a leg: at one of its sites, on its chain, or on its road.
bool stops(const FleetState& fleet, const Closure& closure, const TruckLeg& leg) {
  if (closure.site) {
    const auto& places = fleet.around.places;
    return places[leg.origin].site == *closure.site || places[leg.destination].site == *closure.site;
  }
  return concerns(fleet.around.world.now(), closure, leg.chain, fleet.around.roads.routes()[leg.route]);
}

/// What stood in the way of a pool's trucks: they carry what has heaped up on any of its legs.
struct Obstacles {
  Tick cut_until = 0;                     ///< end of the last month in which some leg had no way
  Tick held_until = 0;                    ///< when the last truck sets out that a closure holds
  std::vector<rules::ClosedTime> closed;  ///< of closures that stop some leg
  bool holds_trucks = false;              ///< in full yards

  [[nodiscard]] bool was_closed(Tick from, Tick to) const {
    return held_until > to ||
           std::any_of(closed.begin(), closed.end(), [=](const rules::ClosedTime& c) { return c.from < to && from < c.to; });
  }
};

/// By pool. `begin` of the month: whoever set out before it holds up none of its loads.
std::vector<Obstacles> obstacles_of(const FleetState& fleet, Tick begin) {
  std::vector<Obstacles> of_pool(fleet.around.world->pools.size());
  const auto& legs = fleet.around.book.legs;
  for (const TruckLeg& leg : legs) of_pool[leg.pool].cut_until = std::max(of_pool[leg.pool].cut_until, leg.cut_until);
  for (const WayClosures::Held& h : fleet.closures.held(begin)) {
    Tick& until = of_pool[legs[h.leg].pool].held_until;
    until = std::max(until, h.goes);
  }
  for (const Closure& closure : fleet.around.world->closures) {
    std::vector<bool> stopped(of_pool.size());
    for (const TruckLeg& leg : legs) stopped[leg.pool] = stopped[leg.pool] || stops(fleet, closure, leg);
    const rules::ClosedTime time = rules::closed_time(closure, fleet.around.world->settings.day_zero());
    for (std::size_t p = 0; p < of_pool.size(); ++p) {
      if (stopped[p]) of_pool[p].closed.push_back(time);
    }
  }
  for (const Truck& t : fleet.trucks.all()) {
    if (t.phase != TruckPhase::gone && t.hold != Hold::none) of_pool[t.pool].holds_trucks = true;
  }
  return of_pool;
}

/// A load that has found its truck, or looked for one, until then.
struct Waited {
  WaitingLoad load;
  std::int64_t count;
  Tick until;
};

WaitCause cause_of(const FleetState& fleet, const Hiring& hiring, const Waited& waited, const Obstacles& pool) {
  const Tick since = waited.load.since;
  const TruckLeg& leg = fleet.around.book.legs[waited.load.leg];
  if (!leg.has_way || since < pool.cut_until) return WaitCause::closure;
  const bool choosy = leg.ruled || leg.allowed != AccessMask{};
  if (choosy && !hiring.finds_any(leg.pool, leg.at_gates)) return WaitCause::no_eligible_truck;
  if (since < leg.crowded_until) return WaitCause::crowded_end;
  if (!hiring.lets_join(leg.pool)) return WaitCause::stated_size;
  if (pool.was_closed(since, waited.until)) return WaitCause::closure;
  if (pool.holds_trucks) return WaitCause::full_yard;
  return hiring.was_too_slow(leg.pool, since) ? WaitCause::slow_joining : WaitCause::none;
}

/// Those that have waited too long.
std::vector<Waited> long_waiting(const FleetState& fleet, Tick now) {
  std::vector<Waited> found;
  for (const WaitingLoad& load : fleet.pools.waiting().all()) {
    if (now - load.since > kPromisedWait) found.push_back({load, load.count, now});
  }
  for (const TruckWaits::Late& late : fleet.pools.waits.late()) found.push_back({late.load, 1, late.found});
  return found;
}

}  // namespace

// Tells of a load once: at the month end at which it has first waited too long, or when it finds a truck before that. Later only its wait
// grows.
void note_long_waits(FleetState& fleet, const Hiring& hiring, Tick begin, Tick now) {
  const std::vector<Waited> found = long_waiting(fleet, now);
  if (found.empty()) return;
  const std::vector<Obstacles> of_pool = obstacles_of(fleet, begin);
  const World& world = fleet.around.world.now();
  for (const Waited& waited : found) {
    const TruckLeg& leg = fleet.around.book.legs[waited.load.leg];
    const std::string &flow = world.flows[leg.flow].id, &pool = world.pools[Id<Pool>{leg.pool}].id;
    const double hours = hours_from_ticks(waited.until - waited.load.since);
    if (begin - waited.load.since > kPromisedWait) {
      fleet.pools.waits.still_wait(pool, flow, hours);
      continue;
    }
    const WaitCause cause = cause_of(fleet, hiring, waited, of_pool[leg.pool]);
    fleet.pools.waits.note_long({flow, pool, cause, waited.count, waited.count * leg.payload, hours});
  }
}

}  // namespace railshift::engine
