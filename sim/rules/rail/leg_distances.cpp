#include "sim/rules/rail/leg_distances.hpp"

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

LegDistance rail_distance(const World& world, const Leg& leg, const LegEnds& ends) {
  LegDistance by_sections;
  for (const SectionUse& use : sections_of_leg(world, leg, ends)) {
    const RailSection& section = world.rail_sections[Id<RailSection>{use.section}];
    by_sections.km += section.length;
    by_sections.hours += section.length / section.speed;
  }
  const bool known = by_sections.km > Kilometres{0.0};
  RAILSHIFT_EXPECTS(known || (leg.km && leg.hours), "the loader demands km and hours of a rail leg that no sections of its line connect");
  const Kilometres km = leg.km.value_or(by_sections.km);
  if (leg.hours) return {km, *leg.hours};
  return {km, by_sections.hours * (km / by_sections.km)};
}

/// What leg distances are asked of.
struct Asked {
  const World& world;
  const NetworkKm& network_km;
  KilometresPerHour truck_speed;
};

LegDistance distance(const Asked& asked, const Chain& chain, const Leg& leg, const LegEnds& ends) {
  switch (leg.mode) {
    case Mode::truck: {
      const Kilometres km = leg.km ? *leg.km : asked.network_km(chain, leg);
      return {km, leg.hours.value_or(km / asked.truck_speed)};
    }
    case Mode::rail:
      return rail_distance(asked.world, leg, ends);
    case Mode::belt:
    case Mode::pipe:
      break;
  }
  return {leg.km.value_or(Kilometres{}), leg.hours.value_or(Hours{})};
}

}  // namespace

LegDistances stated_distances(const World& world, const NetworkKm& network_km) {
  const Asked asked{world, network_km, KilometresPerHour{world.parameter("road.stated_speed", world.settings.start)}};
  LegDistances distances;
  distances.of_chain.reserve(world.chains.size());
  for (const Chain& chain : world.chains) {
    const std::vector<LegEnds> ends = leg_ends(world, chain);
    std::vector<LegDistance>& legs = distances.of_chain.emplace_back();
    for (std::size_t i = 0; i < chain.legs.size(); ++i) legs.push_back(distance(asked, chain, chain.legs[i], ends[i]));
  }
  return distances;
}

}  // namespace railshift::rules
