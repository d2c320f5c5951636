#pragma once
/// Alternative routes of through traffic: link-penalty search and path-size terms.
#include <vector>

#include "sim/model/route.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/road_graph.hpp"

namespace railshift::rules {

/// One of several ways between two nodes.
struct AlternativeRoute {
  Route route;
  double path_size = 1.0;  ///< sum over links of length / route length / number of alternatives that use the link
  bool enters_ring = false;
};

/// What is looked for.
struct AlternativeSearch {
  Id<Node> from;
  Id<Node> to;
  int count = 1;
  int ring = 0;  ///< enters_ring says whether a link is enclosed by that many rings or more (0: never)
};

/// Up to `count` different routes, shortest time first. Link-penalty method: links of every route found cost 1.5 times as much in the next
/// search.
[[nodiscard]] std::vector<AlternativeRoute> alternative_routes(const RoadWorld& world, const RoadGraph& graph,
                                                               const AlternativeSearch& search);

}  // namespace railshift::rules
