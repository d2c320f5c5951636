#pragma once
/// What the fleet consists of: the parts that the truck cycle, the releases and the members of the pools work on.
#include "sim/engine/fleet/driving.hpp"
#include "sim/engine/fleet/leg_records.hpp"
#include "sim/engine/fleet/pools.hpp"
#include "sim/engine/fleet/site_stations.hpp"
#include "sim/engine/fleet/surroundings.hpp"
#include "sim/engine/fleet/trucks.hpp"
#include "sim/engine/fleet/yards.hpp"
#include "sim/engine/places/way_closures.hpp"

namespace railshift::engine {

/// The parts know each other, so they stay where they are.
struct FleetState {
  explicit FleetState(const Surroundings& surroundings)
      : around(surroundings),
        pools(around, trucks),
        stations(around, pools.time),
        yards(around, trucks, pools.time),
        closures(around.world),
        driving(around, trucks, pools, stations) {}
  FleetState(const FleetState&) = delete;
  FleetState& operator=(const FleetState&) = delete;

  Surroundings around;
  Trucks trucks;
  Pools pools;
  SiteStations stations;
  Yards yards;
  WayClosures closures;
  Driving driving;
  LegRecords records;
};

}  // namespace railshift::engine
