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

/// Whether any closure was in force between two ticks.
bool anything_closed(const FleetState& fleet, Tick from, Tick to) {
  const LiveWorld& world = fleet.around.world;
  return std::any_of(world->closures.begin(), world->closures.end(), [&](const Closure& c) {
    const rules::ClosedTime time = rules::closed_time(c, world->settings.day_zero());
    return time.from < to && from < time.to;
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
  if (leg.ruled && !hiring.finds_any(leg.pool, leg.admitted)) return WaitCause::no_eligible_truck;
  if (load.since < leg.crowded_until) return WaitCause::crowded_end;
  if (!hiring.lets_join(leg.pool)) return WaitCause::stated_size;
  if (anything_closed(fleet, load.since, now)) return WaitCause::closure;
  return holds_trucks(fleet, leg.pool) ? WaitCause::full_yard : WaitCause::none;
}

/// Counts a load once: at the month end at which it has first waited too long, or when it finds a truck before that.
void note(FleetState& fleet, const Hiring& hiring, const WaitingLoad& load, std::int64_t count, Tick until) {
  const TruckLeg& leg = fleet.around.book.legs[load.leg];
  const World& world = fleet.around.world.now();
  fleet.pools.waits.note_long({world.flows[leg.flow].id, world.pools[Id<Pool>{leg.pool}].id, cause_of(fleet, hiring, load, until), count,
                               count * leg.payload, hours_from_ticks(until - load.since)});
}

}  // namespace

void note_long_waits(FleetState& fleet, const Hiring& hiring, Tick begin, Tick now) {
  const auto known = [begin](const WaitingLoad& load) { return begin - load.since > kPromisedWait; };
  for (const WaitingLoad& load : fleet.pools.waiting().all()) {
    if (now - load.since > kPromisedWait) note(fleet, hiring, load, known(load) ? 0 : load.count, now);
  }
  for (const TruckWaits::Late& late : fleet.pools.waits.late()) note(fleet, hiring, late.load, known(late.load) ? 0 : 1, late.found);
}

}  // namespace railshift::engine
