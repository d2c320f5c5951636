#include "sim/rules/prices/fleet_mix.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {

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

}  // namespace railshift::rules
