#include "sim/rules/prices/road_charges.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contains.hpp"
#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/site_activity.hpp"
#include "sim/rules/prices/new_sites.hpp"

namespace railshift::rules {
namespace {

std::int64_t whole_metres(Kilometres km) { return std::llround(km.value * 1000.0); }

bool is_plain_bulk(const World& world, Id<Flow> flow) {
  const Commodity& goods = world.commodities[world.flows[flow].commodity];
  return goods.bulk && !goods.dangerous;
}

/// Which sites of a roll nothing but a road reaches in the month.
std::vector<Id<Site>> unconnected(const World& world, const NewSiteRoll& roll, Month month) {
  const auto& duty = *policy::as<NewSiteDuty>(world.measures[roll.measure]);
  std::vector<Id<Site>> sites;
  for (const Id<Site> site : roll.sites) {
    if (!roll.speaks_of(site, first_day(month))) continue;
    if (*site_span(world, site).opens < end_day(month) && !is_connected(world, site, duty.modes, month)) sites.push_back(site);
  }
  return sites;
}

}  // namespace

bool goes_far(const World& world, const PriceRolls& rolls, Id<Measure> measure, Id<Flow> flow) {
  const auto& preference = *policy::as<DistancePreference>(world.measures[measure]);
  const auto& named = preference.commodities;
  const bool meant = named.empty() ? is_plain_bulk(world, flow) : contains(named, world.flows[flow].commodity);
  RAILSHIFT_EXPECTS(flow.index < rolls.road_km.size(), "who prefers by distance knows the distances");
  const auto& km = rolls.road_km[flow.index];
  return meant && km && whole_metres(*km) >= whole_metres(preference.min_km);
}

bool prefers(const PriceRolls& rolls, Id<Measure> measure, Id<Flow> flow, Month month) {
  return std::none_of(rolls.meant.begin(), rolls.meant.end(),
                      [&](const MeantFlows& roll) { return roll.measure == measure && !roll.flows[flow.index].on(first_day(month)); });
}

bool is_of_new_site(const World& world, const NewSiteRoll& roll, Id<Flow> flow, Month month) {
  const auto bound = [&](Id<Site> site) { return roll.speaks_of(site, first_day(month)); };
  return is_plain_bulk(world, flow) && (bound(world.flows[flow].origin) || bound(world.flows[flow].destination));
}

std::vector<YuanPerTonne> road_charges(const World& world, const PriceRolls& rolls, Month month, std::optional<Id<Measure>> without) {
  std::vector<YuanPerTonne> charges(world.flows.size());
  for (const Measure& measure : world.measures) {
    const Id<Measure> id = world.measures.id_of(measure);
    const auto* preference = policy::as<DistancePreference>(measure);
    if (preference == nullptr || id == without || measure.from > first_day(month)) continue;
    for (const Flow& flow : world.flows) {
      const Id<Flow> at = world.flows.id_of(flow);
      if (goes_far(world, rolls, id, at) && prefers(rolls, id, at, month)) charges[at.index] += preference->price;
    }
  }
  for (const NewSiteRoll& roll : rolls.new_sites) {
    const Measure& measure = world.measures[roll.measure];
    if (roll.measure == without || measure.from > first_day(month)) continue;
    for (const Id<Site> site : unconnected(world, roll, month)) {
      for (const Flow& flow : world.flows) {
        const Id<Flow> at = world.flows.id_of(flow);
        const bool ends_here = flow.origin == site || flow.destination == site;
        if (ends_here && is_plain_bulk(world, at)) charges[at.index] += policy::as<NewSiteDuty>(measure)->price;
      }
    }
  }
  return charges;
}

}  // namespace railshift::rules
