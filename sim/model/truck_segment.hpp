#pragma once
/// Which part of the register the trucks of a class belong to.
#include "sim/model/fleet_world.hpp"

namespace railshift {

[[nodiscard]] inline Id<Segment> segment_of(const FleetWorld& world, Id<TruckClass> truck_class) {
  return world.truck_classes[truck_class].segment;
}

}  // namespace railshift
