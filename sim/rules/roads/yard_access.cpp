#include "sim/rules/roads/yard_access.hpp"

#include <algorithm>

#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

bool is_works_of(const Site& site, Id<Firm> firm) { return site.firm == firm && !site.outside() && is_industrial(site.kind); }

/// Road between the gate at one end of a chain and its train; the train's siding is a yard.
struct Drayage {
  Id<Siding> yard;
  Kilometres km;
};
std::optional<Drayage> drayage(const World& world, const BaseYearRoads& roads, const Chain& chain, bool at_origin) {
  const auto yard = at_origin ? loading_siding(world, chain) : unloading_siding(world, chain);
  if (!yard || world.sidings[*yard].ends_at != SidingEnd::yard) return std::nullopt;
  Drayage found{*yard, {}};
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const std::size_t leg = at_origin ? i : chain.legs.size() - 1 - i;
    if (chain.legs[leg].mode == Mode::rail) return found;
    found.km += roads.of_leg(chain, leg);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> yard_access(const World& world, const BaseYearRoads& roads, Id<Firm> firm, Kilometres within) {
  std::optional<Date> since;
  for (const Chain& chain : world.chains) {
    for (const bool at_origin : {true, false}) {
      const Flow& flow = world.flows[chain.flow];
      if (!is_works_of(world.sites[at_origin ? flow.origin : flow.destination], firm)) continue;
      const auto road = drayage(world, roads, chain, at_origin);
      const auto opens = road && road->km.value <= within.value ? siding_in_service(world, road->yard) : std::nullopt;
      if (opens) since = since ? std::min(*since, *opens) : *opens;
    }
  }
  return since;
}

}  // namespace railshift::rules
