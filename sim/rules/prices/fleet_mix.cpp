#include "sim/rules/prices/fleet_mix.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/outside_shares.hpp"
#include "sim/rules/work/access.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::rules {
namespace {

/// A truck of the register comes if it is a member, or if members may join; one is hired from outside on the same condition.
bool can_have(const World& world, const Register& trucks, const Pool& pool, AccessMask mask, Month month) {
  const TruckClass& kind = world.truck_classes[pool.truck_class];
  const auto index = static_cast<int>(world.pools.id_of(pool).index);
  const bool joins = !pool.trucks && world.parameter("pool.join_rate", world.settings.start) > 0.0;
  const bool registered = std::any_of(trucks.trucks.begin(), trucks.trucks.end(), [&](const RegisteredTruck& t) {
    const bool can_come = t.pool == index || (t.pool < 0 && joins);
    return t.segment == kind.segment && t.present && can_come && mask.admits(t.vehicle.access);
  });
  if (registered || !joins) return registered;
  const std::vector<AccessShare> hired = outside_shares(world, Owner::hired, kind.vehicle_type, month);
  return std::any_of(hired.begin(), hired.end(), [&](const AccessShare& s) { return s.share > 0.0 && mask.admits(s.access); });
}

}  // namespace

void note_fleet(const World& world, const Register& trucks, MonthBook& book) {
  const bool asked = std::any_of(world.measures.begin(), world.measures.end(), [](const Measure& measure) {
    const auto* tariff = policy::as<Tariff>(measure);
    return tariff != nullptr && tariff->from_standard;
  });
  if (!asked) return;
  book.fleet.assign(world.truck_classes.size(), {});
  for (const TruckClass& kind : world.truck_classes) {
    std::array<double, kStandards>& shares = book.fleet[world.truck_classes.id_of(kind).index];
    double all = 0.0;
    for (const RegisteredTruck& truck : trucks.trucks) {
      if (!truck.present || truck.segment != kind.segment || truck.vehicle.type != kind.vehicle_type) continue;
      shares[static_cast<std::size_t>(truck.vehicle.access.standard)] += 1.0;
      all += 1.0;
    }
    for (double& share : shares) share = all > 0.0 ? share / all : 0.0;
  }
}

void note_clean_trucks(const World& world, const Register& trucks, Month month, MonthBook& book) {
  const bool asked = std::any_of(world.measures.begin(), world.measures.end(), [](const Measure& measure) {
    const auto* admission = policy::as<CleanAdmission>(measure);
    return admission != nullptr && contains(admission->modes, CleanMode::new_energy_truck);
  });
  if (!asked) return;
  const AccessMask mask = mask_of_leg(LegTrucks::new_energy);
  std::vector<bool> has;
  for (const Pool& pool : world.pools) has.push_back(can_have(world, trucks, pool, mask, month));
  book.no_clean_trucks.assign(world.flows.size(), true);
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    if (world.truck_classes[flow.truck_class].simulate == Simulate::count) continue;
    const auto pool = pool_of_flow(world, id);
    book.no_clean_trucks[id.index] = !pool || !has[pool->index];
  }
}

}  // namespace railshift::rules
