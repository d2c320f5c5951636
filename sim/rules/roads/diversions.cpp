#include "sim/rules/roads/diversions.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"

namespace railshift::rules {

std::optional<Date> diversion_start(const RoadWorld& world, const Measure& measure, const ThroughDiversion& diversion) {
  std::optional<Date> start;
  for (const Link& link : world.links) {
    if (link.road == diversion.when_opens)
      start = std::max({start.value_or(measure.from), measure.from, link.opens.value_or(measure.from)});
  }
  return start;
}

std::vector<Diversion> diversions_of(const World& world) {
  std::vector<Diversion> diversions;
  for (const Measure& measure : world.measures) {
    const auto* body = policy::as<ThroughDiversion>(measure);
    if (body == nullptr) continue;
    if (const auto start = diversion_start(world, measure, *body))
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
