#include "sim/rules/roads/road_distances.hpp"

#include <algorithm>

namespace railshift::rules {

LegDistances road_distances(const World& world, const RoadMap& map) {
  LegDistances distances = stated_distances(world, [&map](const Chain& chain, const Leg& leg) {
    const auto route = map.of_leg(chain, leg);
    return route ? Kilometres{static_cast<double>(route->metres()) / 1000.0} : Kilometres{};
  });
  for (const Chain& chain : world.chains) {
    distances.cut_off.push_back(std::any_of(chain.legs.begin(), chain.legs.end(),
                                            [&](const Leg& leg) { return leg.mode == Mode::truck && !map.of_leg(chain, leg); }));
  }
  return distances;
}

}  // namespace railshift::rules
