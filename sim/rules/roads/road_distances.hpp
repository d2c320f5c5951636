#pragma once
/// Distances of all legs on the roads of a day.
#include "sim/rules/rail/leg_distances.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::rules {

/// stated_distances with the routes of the map; chains with a truck leg that finds no open road are cut off.
[[nodiscard]] LegDistances road_distances(const World& world, const RoadMap& map);

}  // namespace railshift::rules
