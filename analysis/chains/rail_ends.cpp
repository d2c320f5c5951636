#include "analysis/chains/rail_ends.hpp"

#include <algorithm>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::analysis {
namespace {

bool opens_in_time(const World& world, Id<Siding> siding) {
  const auto since = rules::siding_in_service(world, siding);
  return since && *since < world.settings.end;
}

bool on_sections(const World& world, const Leg& leg, const rules::LegEnds& ends) {
  return leg.mode == Mode::rail && !rules::sections_of_leg(world, leg, ends).empty();
}

/// The end of a rail chain of the same place: the station at which the modelled network ends, and the legs beyond it.
std::optional<RailEnd> end_of_chain(const World& world, const Chain& chain, SiteEnd end) {
  const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
  const std::size_t n = chain.legs.size();
  RailEnd found;
  std::size_t passed = 0;
  while (passed < n) {
    const std::size_t at = end == SiteEnd::destination ? n - 1 - passed : passed;
    if (on_sections(world, chain.legs[at], ends[at])) {
      found.station = end == SiteEnd::destination ? ends[at].to : ends[at].from;
      break;
    }
    Leg leg = chain.legs[at];
    leg.from_node = ends[at].from;
    leg.to_node = ends[at].to;
    leg.siding.reset();
    found.beyond.push_back(leg);
    ++passed;
  }
  if (passed == n) return std::nullopt;  // nothing of it is on the modelled network
  if (end == SiteEnd::destination) std::reverse(found.beyond.begin(), found.beyond.end());
  return found;
}

bool same_end(const RailEnd& a, const RailEnd& b) {
  return a.station == b.station &&
         std::equal(a.beyond.begin(), a.beyond.end(), b.beyond.begin(), b.beyond.end(), [](const Leg& x, const Leg& y) {
           return x.mode == y.mode && x.from_node == y.from_node && x.to_node == y.to_node && x.line == y.line;
         });
}

}  // namespace

RailEnds::RailEnds(const World& world, Date day, Kilometres within)
    : world_(world), within_(within), roads_(world, rules::regime_on(world, day)) {}

std::vector<RailEnd> RailEnds::of(Id<Site> site, SiteEnd end) const {
  return world_.sites[site].outside() ? outside(site, end) : inside(site);
}

RailEnd RailEnds::yard(const Site& site, const Siding& siding) const {
  RailEnd end{siding.station, world_.sidings.id_of(siding)};
  if (const auto route = roads_.between(site.node, siding.station)) {
    end.drayage = Kilometres{static_cast<double>(route->metres()) / 1000.0 + site.outer_km.value};
    return end;
  }
  end.by_line = true;
  const Node& station = world_.nodes[siding.station];
  end.drayage = Kilometres{rules::straight_line(rules::degrees(site), rules::degrees(station)).value * kDetour};
  return end;
}

std::vector<RailEnd> RailEnds::inside(Id<Site> site) const {
  std::vector<RailEnd> ends;
  for (const Siding& siding : world_.sidings) {
    const Id<Siding> id = world_.sidings.id_of(siding);
    if (!opens_in_time(world_, id)) continue;
    if (siding.ends_at == SidingEnd::fence) {
      if (siding.site == site) ends.push_back({siding.station, id});
      continue;
    }
    RailEnd by_yard = yard(world_.sites[site], siding);
    if (by_yard.drayage->value <= within_.value) ends.push_back(std::move(by_yard));
  }
  return ends;
}

std::vector<RailEnd> RailEnds::outside(Id<Site> site, SiteEnd end) const {
  std::vector<RailEnd> ends;
  for (const Chain& chain : world_.chains) {
    const Flow& flow = world_.flows[chain.flow];
    if (chain.main_mode() != Mode::rail || (end == SiteEnd::origin ? flow.origin : flow.destination) != site) continue;
    auto found = end_of_chain(world_, chain, end);
    if (!found || std::any_of(ends.begin(), ends.end(), [&](const RailEnd& known) { return same_end(known, *found); })) continue;
    ends.push_back(std::move(*found));
  }
  return ends;
}

}  // namespace railshift::analysis
