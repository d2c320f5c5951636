#include "sim/rules/roads/diversions.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {

std::optional<Date> road_opening(const RoadWorld& world, std::string_view road) {
  std::optional<Date> last;
  for (const Link& link : world.links) {
    if (link.road == road) last = std::max(last.value_or(Date{}), link.opens.value_or(Date{}));
  }
  return last;
}

std::vector<Diversion> diversions_of(const World& world) {
  std::vector<Diversion> diversions;
  const auto opening = [&world](std::string_view road) { return road_opening(world, road); };
  for (const Measure& measure : world.measures) {
    const auto* body = policy::as<ThroughDiversion>(measure);
    if (body == nullptr) continue;
    if (const auto start = policy::first_act(measure, opening))
      diversions.push_back({world.measures.id_of(measure), measure.id, body->ring, body->obedience, *start});
  }
  std::vector<Diversion*> order;
  for (Diversion& diversion : diversions) order.push_back(&diversion);
  std::sort(order.begin(), order.end(), [&](const Diversion* a, const Diversion* b) {
    return a->start != b->start ? a->start < b->start : policy::goes_first(world.measures[a->measure], world.measures[b->measure]);
  });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) order[rank]->claim = rank;
  return diversions;
}

}  // namespace railshift::rules
