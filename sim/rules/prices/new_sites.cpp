#include "sim/rules/prices/new_sites.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/site_activity.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

/// 以上 includes the number: a sum that misses the threshold by rounding alone reaches it.
constexpr double kRateTolerance = 1e-9;

double bulk_rate(const World& world, Id<Site> site, Month month) {
  const FlowRates rates = flow_rates(world, month);
  double t_per_year = 0.0;
  for (const Flow& flow : world.flows) {
    const Commodity& goods = world.commodities[flow.commodity];
    if (!goods.bulk || goods.dangerous) continue;
    const int ends = (flow.origin == site ? 1 : 0) + (flow.destination == site ? 1 : 0);
    t_per_year += ends * rates.of_flow[world.flows.id_of(flow).index].value;
  }
  return t_per_year;
}

bool is_of_sector(const NewSiteDuty& duty, SiteKind kind) {
  if (!duty.sectors.empty()) return contains(duty.sectors, kind);
  return is_industrial(kind) || kind == SiteKind::trade_zone;
}

bool is_bound(const World& world, const Measure& measure, const Site& site) {
  const auto& duty = *policy::as<NewSiteDuty>(measure);
  const Id<Site> id = world.sites.id_of(site);
  const auto opens = site_span(world, id).opens;
  if (site.outside() || !opens || *opens < measure.from || !is_of_sector(duty, site.kind)) return false;
  if (!duty.counts.empty() && !contains(duty.counts, is_relocated(world, id) ? NewSite::relocated : NewSite::new_site)) return false;
  if (!duty.threshold) return true;
  return bulk_rate(world, id, month_of(next_month_start(*opens))) >= duty.threshold->value * (1.0 - kRateTolerance);
}

bool is_link(const std::vector<SiteLink>& modes, Mode gate) {
  switch (gate) {
    case Mode::truck:
      return false;
    case Mode::rail:
      return contains(modes, SiteLink::siding);
    case Mode::belt:
      return contains(modes, SiteLink::belt);
    case Mode::pipe:
      break;
  }
  return contains(modes, SiteLink::pipe);
}

bool has_siding(const World& world, Id<Site> site, Date day) {
  return std::any_of(world.sidings.begin(), world.sidings.end(), [&](const Siding& siding) {
    if (siding.site != site || siding.ends_at != SidingEnd::fence) return false;
    const auto since = siding_in_service(world, world.sidings.id_of(siding));
    return since && *since <= day;
  });
}

}  // namespace

bool NewSiteRoll::speaks_of(Id<Site> site, Date day) const {
  const auto at = std::lower_bound(sites.begin(), sites.end(), site);
  return at != sites.end() && *at == site && meant[static_cast<std::size_t>(at - sites.begin())].on(day);
}

std::vector<NewSiteRoll> new_site_rolls(const World& world, const FirmClasses& classes) {
  std::vector<NewSiteRoll> rolls;
  for (const Measure& measure : world.measures) {
    const auto* duty = policy::as<NewSiteDuty>(measure);
    if (duty == nullptr) continue;
    const Addressed addressed(world, *duty, classes);
    NewSiteRoll roll{world.measures.id_of(measure), {}, {}};
    for (const Site& site : world.sites) {
      const Id<Site> id = world.sites.id_of(site);
      if (!is_bound(world, measure, site) || addressed.turns(id).never()) continue;
      roll.sites.push_back(id);
      roll.meant.push_back(addressed.turns(id));
    }
    rolls.push_back(std::move(roll));
  }
  return rolls;
}

bool is_relocated(const World& world, Id<Site> site) {
  const Site& moved = world.sites[site];
  const auto opens = site_span(world, site).opens;
  return opens && std::any_of(world.sites.begin(), world.sites.end(), [&](const Site& other) {
           if (other.firm != moved.firm || other.kind != moved.kind || world.sites.id_of(other) == site) return false;
           const SiteSpan span = site_span(world, world.sites.id_of(other));
           return span.closes && (!span.opens || *span.opens < *opens);
         });
}

bool is_connected(const World& world, Id<Site> site, const std::vector<SiteLink>& modes, Month month) {
  if (contains(modes, SiteLink::siding) && has_siding(world, site, first_day(month))) return true;
  return std::any_of(world.chains.begin(), world.chains.end(), [&](const Chain& chain) {
    const Flow& flow = world.flows[chain.flow];
    const bool sends = flow.origin == site && is_link(modes, gate_mode(world, chain, true));
    const bool receives = flow.destination == site && is_link(modes, gate_mode(world, chain, false));
    return (sends || receives) && chain_open(world, chain, month);
  });
}

}  // namespace railshift::rules
