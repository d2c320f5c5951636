#pragma once
/// Links in order of travel as a route.
#include "sim/model/road_world.hpp"
#include "sim/model/route.hpp"
#include "sim/rules/roads/road_graph.hpp"
#include "sim/rules/roads/route_cells.hpp"

namespace railshift::rules {

/// Every link as a stretch at its free speed.
void add_links(CellSum& sum, const RoadWorld& world, const LinkPath& path);
[[nodiscard]] Route route_over(const RoadWorld& world, const LinkPath& path);

}  // namespace railshift::rules
