#include "sim/engine/fleet/pool_members.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/work/pool_size.hpp"
#include "sim/rules/work/service_time.hpp"

namespace railshift::engine {
namespace {

/// Loads of every leg in the base year at base shares. What an admission binds later counts with its chain's own leg, once.
std::vector<double> base_year_loads(const World& world, const std::vector<TruckLeg>& legs) {
  std::vector<double> kg(world.flows.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(world.settings.base_year, m);
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (std::size_t f = 0; f < kg.size(); ++f) {
      kg[f] += static_cast<double>(rules::month_mass(world, rates, Id<Flow>{static_cast<std::uint32_t>(f)}, month).value);
    }
  }
  std::vector<double> loads;
  for (const TruckLeg& leg : legs) {
    const double share = leg.bound ? 0.0 : world.chains[leg.chain].base_share;
    loads.push_back(kg[leg.flow.index] * share / static_cast<double>(leg.payload));
  }
  return loads;
}

/// Members of a pool get origins in proportion to loads: member k of n stands at the origin where the cumulative loads pass (k + 1/2) / n.
class Origins {
 public:
  Origins(std::uint16_t pool, const std::vector<TruckLeg>& legs, const std::vector<double>& loads) {
    for (std::size_t l = 0; l < legs.size(); ++l) {
      if (legs[l].pool != pool || legs[l].bound) continue;
      total_ += std::max(loads[l], 1e-9);
      upto_.emplace_back(total_, legs[l].origin);
    }
  }
  [[nodiscard]] bool empty() const { return upto_.empty(); }
  [[nodiscard]] PlaceIndex of(std::int64_t k, std::int64_t n) const {
    const double at = total_ * (static_cast<double>(k) + 0.5) / static_cast<double>(n);
    const auto found = std::lower_bound(upto_.begin(), upto_.end(), at, [](const auto& entry, double x) { return entry.first < x; });
    return found == upto_.end() ? upto_.back().second : found->second;
  }

 private:
  double total_ = 0.0;
  std::vector<std::pair<double, PlaceIndex>> upto_;
};

Truck pool_truck(const RegisteredTruck& r, std::uint8_t pool, PlaceIndex place) {
  Truck t;
  t.vehicle = r.vehicle.index();
  t.access = r.vehicle.access.index();
  t.pool = pool;
  t.place = place;
  return t;
}

}  // namespace

double service_hours(const World& world, const std::vector<std::uint32_t>& stations) {
  if (stations.empty()) return world.parameter("site.default_service", world.settings.start) / 60.0;
  double minutes = 0.0;
  for (const std::uint32_t s : stations) minutes += rules::mean_minutes(world.stations[Id<Station>{s}]);
  return minutes / 60.0;
}

std::vector<std::int64_t> pool_sizes(const World& world, const LegBook& book, const EmptyRuns& runs) {
  const std::vector<double> loads = base_year_loads(world, book.legs);
  std::vector<double> hours(world.pools.size(), 0.0);
  for (std::size_t l = 0; l < book.legs.size(); ++l) {
    const TruckLeg& leg = book.legs[l];
    if (!leg.has_way || !runs.metres(leg.destination, leg.origin)) continue;
    hours[leg.pool] += loads[l] * (hours_from_ticks(runs.ticks(leg.destination, leg.origin) + leg.drive) +
                                   service_hours(world, book.ways[leg.load_way]) + service_hours(world, book.ways[leg.unload_way]));
  }
  std::vector<std::int64_t> sizes;
  for (const Pool& pool : world.pools) sizes.push_back(rules::pool_size(world, pool, Hours{hours[world.pools.id_of(pool).index]}));
  return sizes;
}

PoolMembers::PoolMembers(const World& world, std::uint32_t seed, const std::vector<std::int64_t>& sizes, const std::vector<TruckLeg>& legs,
                         Register& reg, Fleet& fleet)
    : register_(reg), fleet_(fleet), truck_of_slot_(reg.trucks.size(), kNoTruck) {
  const std::vector<double> loads = base_year_loads(world, legs);
  for (const Pool& pool : world.pools) {
    const auto p = static_cast<std::uint16_t>(world.pools.id_of(pool).index);
    const Origins origins(p, legs, loads);
    candidates_.emplace_back(in_drawn_order(world, seed, pool, reg));
    const std::vector<std::uint32_t> slots = candidates_.back().members(reg, sizes[p]);
    const auto found = static_cast<std::int64_t>(slots.size());
    missing_.push_back(pool.trucks ? 0 : sizes[p] - found);
    fleet.pools()[p].size = sizes[p];
    if (origins.empty()) continue;
    for (std::int64_t k = 0; k < found; ++k) {
      const std::uint32_t slot = slots[static_cast<std::size_t>(k)];
      RegisteredTruck& member = reg.trucks[slot];
      member.pool = static_cast<std::int16_t>(p);
      truck_of_slot_[slot] = fleet.join(pool_truck(member, static_cast<std::uint8_t>(p), origins.of(k, found)), 0,
                                        registered_identity(slot, member.generation));
    }
    // A pool of stated size does not depend on the register: what the register lacks are unnamed trucks of the newest standard.
    for (std::int64_t k = found; pool.trucks && k < sizes[p]; ++k) {
      RegisteredTruck unnamed;
      unnamed.vehicle = unnamed_truck(world, pool);
      fleet.join(pool_truck(unnamed, static_cast<std::uint8_t>(p), origins.of(k, sizes[p])), 0);
    }
  }
}

void PoolMembers::follow(const rules::RegisterMonth& month, Tick now) {
  for (const rules::RegisterChange& change : month.changes) {
    const TruckIndex old = truck_of_slot_[change.slot];
    if (old == kNoTruck) continue;
    if (change.removed) fleet_.leave(old, now);
    if (!change.joined) continue;
    const Truck& before = fleet_.trucks()[old];
    const RegisteredTruck& delivered = register_.trucks[change.slot];
    truck_of_slot_[change.slot] =
        fleet_.join(pool_truck(delivered, before.pool, before.place), now, registered_identity(change.slot, delivered.generation));
  }
}

std::optional<AccessClass> PoolMembers::next(std::uint16_t pool, AccessMask admitted) {
  const auto slot = candidates_[pool].next(register_, admitted);
  return slot ? std::optional(register_.trucks[*slot].vehicle.access) : std::nullopt;
}

void PoolMembers::join(std::uint16_t pool, AccessMask admitted, PlaceIndex place, Tick now) {
  const auto slot = candidates_[pool].next(register_, admitted);
  RAILSHIFT_EXPECTS(slot.has_value(), "a truck of the register is there to join");
  RegisteredTruck& member = register_.trucks[*slot];
  member.pool = static_cast<std::int16_t>(pool);
  const Truck truck = pool_truck(member, static_cast<std::uint8_t>(pool), place);
  truck_of_slot_[*slot] = fleet_.join(truck, now, registered_identity(*slot, member.generation));
}

void PoolMembers::take_back(TruckIndex truck, Tick now) {
  const std::uint64_t identity = fleet_.trucks().record_of(truck).identity;
  const std::uint32_t slot = slot_of(identity);
  RAILSHIFT_EXPECTS(truck_of_slot_[slot] == truck, "an idle local truck stands for a slot of the register");
  register_.trucks[slot].pool = -1;
  truck_of_slot_[slot] = kNoTruck;
  fleet_.leave(truck, now);
}

}  // namespace railshift::engine
