#include "sim/engine/fleet/pools.hpp"

namespace railshift::engine {
namespace {

/// The first repair station of the pool's site by order.
std::optional<std::uint32_t> repair_station(const World& world, const Pool& pool) {
  const Station* first = nullptr;
  for (const Station& s : world.stations) {
    const bool mends = pool.repair_site && s.site == *pool.repair_site && s.kind == StationKind::repair;
    if (mends && (first == nullptr || s.order < first->order)) first = &s;
  }
  return first == nullptr ? std::nullopt : std::optional(world.stations.id_of(*first).index);
}

PoolState opened(const World& world, const Pool& pool) {
  PoolState state;
  state.shift = ticks_from_hours(pool.shift.value);
  if (const auto between = pool.driving_between_breakdowns)
    state.driving_between_breakdowns = between->value * static_cast<double>(kTicksPerHour);
  state.repair_station = repair_station(world, pool);
  return state;
}

}  // namespace

Pools::Pools(const Surroundings& around, Trucks& trucks)
    : time(around.world->pools.size()),
      waits(around.world->pools.size()),
      legs_(around.book.legs),
      roads_(around.roads),
      trucks_(trucks),
      idle_(around.world->pools.size(), around.places.size()),
      waiting_(around.world->pools) {
  for (const Pool& pool : around.world->pools) pools_.push_back(opened(around.world.now(), pool));
}

void Pools::add_idle(TruckIndex i, Tick now) {
  trucks_[i].mark = now;
  idle_.add(trucks_.all(), i);
}

TruckIndex Pools::nearest_idle(const TruckLeg& leg, AccessMask admitted) const {
  return idle_.nearest(trucks_.all(), static_cast<std::uint8_t>(leg.pool), admitted, roads_.empty_runs().nearest_to(leg.origin));
}

void Pools::add_waiting(const TruckLeg& leg, const WaitingLoad& load) {
  waiting_.add(leg, load);
  time.loads_waiting(leg.pool, waiting_.count(leg.pool), load.since);
}

void Pools::regroup() { waiting_.regroup(legs_, roads_.cut_off() ? WaitingLoads::Network::cut : WaitingLoads::Network::whole); }

void Pools::regroup_waiting() {
  regroup();
  // What waits stands at the gates of this month too.
  for (const WaitingLoad& load : waiting_.all()) gates.offered(load.leg, load.count);
}

std::optional<WaitingLoad> Pools::take_waiting(const Truck& t, Tick now) {
  if (waiting_.count(t.pool) == 0) return std::nullopt;
  WaitingLoads::PassedOver passed_over;
  if (gates.refuses()) passed_over = [&](LegIndex leg) { gates.passed_over(leg, t.access); };
  const auto far = [&](PlaceIndex origin) { return roads_.empty_runs().ticks(t.place, origin); };
  const auto load = waiting_.take(t.pool, t.access, now, far, passed_over);
  if (!load) return load;
  time.loads_waiting(t.pool, waiting_.count(t.pool), now);
  waits.found(t.pool, *load, now);
  time.load_found(t.pool);
  return load;
}

WaitingLoad Pools::take_first_of(const TruckLeg& leg, Tick now) {
  const WaitingLoad load = waiting_.take_first_of(leg);
  time.loads_waiting(leg.pool, waiting_.count(leg.pool), now);
  waits.found(leg.pool, load, now);
  time.load_found(leg.pool);
  return load;
}

}  // namespace railshift::engine
