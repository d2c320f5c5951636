#include "sim/rules/roads/network_distances.hpp"

#include "sim/rules/roads/road_routes.hpp"

namespace railshift::rules {

LegDistances distances_on(const World& world, Date day) {
  const RoadMap map(world, regime_on(world, day));
  return stated_distances(world, [&map](const Chain& chain, const Leg& leg) {
    return Kilometres{static_cast<double>(map.of_leg(chain, leg).metres()) / 1000.0};
  });
}

}  // namespace railshift::rules
