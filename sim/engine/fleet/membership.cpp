#include "sim/engine/fleet/membership.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/core/draw.hpp"

namespace railshift::engine {

TruckIndex Membership::join(const Truck& truck, Tick now, std::optional<std::uint64_t> identity) {
  const TruckIndex i = fleet_.trucks.add(truck, identity);
  fleet_.trucks[i].since = now;
  fleet_.trucks[i].duty_since = now;
  fleet_.driving.renew_wear(i);
  fleet_.pools.time.join(truck, now);
  cycle_.become_free(i, now);
  return i;
}

void Membership::leave(TruckIndex i, Tick now) {
  Truck& t = fleet_.trucks[i];
  t.leaving = true;
  if (t.phase == TruckPhase::idle) fleet_.pools.remove_idle(i);
  if (t.phase == TruckPhase::idle || t.phase == TruckPhase::parked) cycle_.depart(i, now);
}

void Membership::draw_availability(Month month, Tick begin) {
  const auto draw = [&](std::uint64_t identity) {
    return draw_uniform(fleet_.around.seed, Purpose::availability, identity, static_cast<std::uint32_t>(month.index));
  };
  std::vector<std::vector<std::pair<double, TruckIndex>>> drawn(fleet_.around.world->pools.size());
  for (TruckIndex i = 0; i < fleet_.trucks.size(); ++i) {
    const Truck& t = fleet_.trucks[i];
    if (t.phase != TruckPhase::gone) drawn[t.pool].emplace_back(draw(fleet_.trucks.record_of(i).identity), i);
  }
  for (const Pool& pool : fleet_.around.world->pools) {
    if (pool.trucks) continue;
    auto& trucks = drawn[fleet_.around.world->pools.id_of(pool).index];
    std::sort(trucks.begin(), trucks.end());
    const auto share = static_cast<std::size_t>(pool.availability * static_cast<double>(trucks.size()) + draw(hash_text(pool.id)));
    for (std::size_t k = 0; k < trucks.size(); ++k) {
      fleet_.trucks[trucks[k].second].in_service = k < share;
      put_in_service(trucks[k].second, begin);
    }
  }
}

/// Trucks under way notice at the end of their cycle.
void Membership::put_in_service(TruckIndex i, Tick begin) {
  Truck& t = fleet_.trucks[i];
  if (t.phase == TruckPhase::idle && !t.in_service) {
    fleet_.pools.remove_idle(i);
    t.phase = TruckPhase::parked;
  } else if (t.phase == TruckPhase::parked && t.in_service) {
    fleet_.pools.time.charge(t, begin);
    t.duty_since = begin;
    cycle_.become_free(i, begin);
  }
}

}  // namespace railshift::engine
