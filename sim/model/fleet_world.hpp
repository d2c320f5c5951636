#pragma once
/// Part of the world: the trucks that carry the modelled flows and the places where they wait.

#include "sim/core/ids.hpp"
#include "sim/model/flow.hpp"
#include "sim/model/operations.hpp"

namespace railshift {

/// Truck classes and pools, stations, stockyards, hours of a day.
struct FleetWorld {
  Table<TruckClass> truck_classes;
  Table<Pool> pools;
  Table<Station> stations;
  Table<Stockyard> stockyards;
  Table<HourProfile> hour_profiles;
  friend bool operator==(const FleetWorld&, const FleetWorld&) = default;
};

}  // namespace railshift
