#include "sim/rules/roads/link_route.hpp"

namespace railshift::rules {

void add_links(CellSum& sum, const RoadWorld& world, const LinkPath& path) {
  for (const Id<Link> id : path) {
    const Link& link = world.links[id];
    sum.add({link.county, link.ring, link.road_class, link.length, link.length / link.free_speed});
  }
}

Route route_over(const RoadWorld& world, const LinkPath& path) {
  CellSum sum;
  add_links(sum, world, path);
  return {sum.cells(), path};
}

}  // namespace railshift::rules
