#include "sim/engine/fleet/long_waits.hpp"

#include <algorithm>

#include "sim/rules/work/working_hours.hpp"

namespace railshift::engine {
namespace {

bool holds_trucks(const FleetState& fleet, std::uint16_t pool) {
  const auto& trucks = fleet.trucks.all();
  return std::any_of(trucks.begin(), trucks.end(),
                     [pool](const Truck& t) { return t.pool == pool && t.phase != TruckPhase::gone && t.hold != Hold::none; });
}

bool in_force(const FleetState& fleet, const Closure& closure, Tick from, Tick to) {
  const rules::ClosedTime time = rules::closed_time(closure, fleet.around.world->settings.day_zero());
  return time.from < to && from < time.to;
}

/// Whether a closure stops trucks of a leg: at one of its sites, on its chain, or on its road.
bool stops(const FleetState& fleet, const Closure& closure, const TruckLeg& leg) {
  if (closure.site) {
    const auto& places = fleet.around.places;
    return places[leg.origin].site == *closure.site || places[leg.destination].site == *closure.site;
  }
  return concerns(fleet.around.world.now(), closure, leg.chain, fleet.around.roads.routes()[leg.route]);
}

/// Whether a closure held the load's way, its sites, or trucks of its pool while it waited.
bool was_closed(const FleetState& fleet, const TruckLeg& own, Tick from, Tick to) {
  const auto& closures = fleet.around.world->closures;
  const auto& legs = fleet.around.book.legs;
  const auto held = fleet.closures.held(to);
  if (std::any_of(held.begin(), held.end(), [&](const WayClosures::Held& h) { return legs[h.leg].pool == own.pool; })) return true;
  return std::any_of(closures.begin(), closures.end(), [&](const Closure& c) {
    return in_force(fleet, c, from, to) &&
           std::any_of(legs.begin(), legs.end(), [&](const TruckLeg& leg) { return leg.pool == own.pool && stops(fleet, c, leg); });
  });
}

/// Whether the load has no way, or some leg of its pool had none while it waited: the trucks carry what has heaped up there.
bool cut_off(const FleetState& fleet, const WaitingLoad& load) {
  const auto& legs = fleet.around.book.legs;
  const TruckLeg& own = legs[load.leg];
  return !own.has_way ||
         std::any_of(legs.begin(), legs.end(), [&](const TruckLeg& leg) { return leg.pool == own.pool && load.since < leg.cut_until; });
}

WaitCause cause_of(const FleetState& fleet, const Hiring& hiring, const WaitingLoad& load, Tick now) {
  const TruckLeg& leg = fleet.around.book.legs[load.leg];
  if (cut_off(fleet, load)) return WaitCause::closure;
  if (leg.ruled && !hiring.finds_any(leg.pool, leg.at_gates)) return WaitCause::no_eligible_truck;
  if (load.since < leg.crowded_until) return WaitCause::crowded_end;
  if (!hiring.lets_join(leg.pool)) return WaitCause::stated_size;
  if (was_closed(fleet, leg, load.since, now)) return WaitCause::closure;
  return holds_trucks(fleet, leg.pool) ? WaitCause::full_yard : WaitCause::none;
}

/// Tells of a load once: at the month end at which it has first waited too long, or when it finds a truck before that. Later only its wait
/// grows.
void note(FleetState& fleet, const Hiring& hiring, const WaitingLoad& load, std::int64_t count, Tick begin, Tick until) {
  const TruckLeg& leg = fleet.around.book.legs[load.leg];
  const World& world = fleet.around.world.now();
  const std::string &flow = world.flows[leg.flow].id, &pool = world.pools[Id<Pool>{leg.pool}].id;
  const double hours = hours_from_ticks(until - load.since);
  if (begin - load.since > kPromisedWait) return fleet.pools.waits.still_wait(pool, flow, hours);
  fleet.pools.waits.note_long({flow, pool, cause_of(fleet, hiring, load, until), count, count * leg.payload, hours});
}

}  // namespace

void note_long_waits(FleetState& fleet, const Hiring& hiring, Tick begin, Tick now) {
  for (const WaitingLoad& load : fleet.pools.waiting().all()) {
    if (now - load.since > kPromisedWait) note(fleet, hiring, load, load.count, begin, now);
  }
  for (const TruckWaits::Late& late : fleet.pools.waits.late()) note(fleet, hiring, late.load, 1, begin, late.found);
}

}  // namespace railshift::engine
