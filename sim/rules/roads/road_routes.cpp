#include "sim/rules/roads/road_routes.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/link_route.hpp"
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::rules {
namespace {

/// Road kilometres a straight kilometre where the network says nothing; road networks lie between 1.2 and 1.4.
constexpr double kDetour = 1.3;

/// The same way in the hours that a leg states: every cell in proportion, together to the tick.
void take_hours(Route& route, Hours hours) {
  const auto whole = static_cast<double>(std::max<Tick>(route.ticks(), 1));
  const auto stated = static_cast<double>(ticks_from_hours(hours.value));
  Tick so_far = 0;
  Tick given = 0;
  for (RouteCell& cell : route.cells) {
    so_far += cell.ticks;
    const Tick until = std::llround(static_cast<double>(so_far) / whole * stated);
    cell.ticks = until - given;
    given = until;
  }
}

}  // namespace

RoadRegime regime_on(const RoadWorld& world, Date day) {
  RoadRegime regime;
  for (const Link& link : world.links) {
    regime.open.push_back((!link.opens || *link.opens <= day) && (!link.closes || day < *link.closes));
  }
  return regime;
}

RoadMap::RoadMap(const World& world, RoadRegime regime)
    : world_(&world), regime_(std::move(regime)), graph_(world, regime_.open), stated_(world) {}

std::optional<Route> RoadMap::between(Id<Node> from, Id<Node> to, int avoid_ring) const {
  const auto path = graph_.quickest(from, to, avoid_ring);
  if (!path) return std::nullopt;
  return route_over(*world_, *path);
}

const std::vector<RoadMap::Alternative>& RoadMap::alternatives(Id<Node> from, Id<Node> to, int count, int ring) const {
  const auto [at, added] =
      alternatives_.try_emplace({from.index, to.index, static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(ring)});
  if (added) at->second = alternative_routes(*world_, graph_, {from, to, count, ring});
  return at->second;
}

std::string RoadMap::county_of(const End& end) const {
  if (end.site) return world_->sites[*end.site].outside() ? std::string{} : world_->sites[*end.site].county;
  const Node& node = world_->nodes[end.node];
  return node.type == NodeType::gateway ? std::string{} : node.county;
}

/// A node on a ring road joins links on both sides of it; the lower count keeps the ring itself outside of what it encloses.
int RoadMap::ring_at(Id<Node> node) const {
  std::optional<int> least;
  std::size_t index = 0;
  for (const Link& link : world_->links) {
    const bool touches = link.from == node || link.to == node;
    if (regime_.open[index++] && touches) least = std::min(least.value_or(link.ring), link.ring);
  }
  return least.value_or(0);
}

std::optional<Stretch> RoadMap::access(const End& end) const {
  if (!end.site) return std::nullopt;
  const Site& site = world_->sites[*end.site];
  if (site.outer_km <= Kilometres{0.0}) return std::nullopt;
  const Date start = world_->settings.start;
  if (!site.outside()) {
    const KilometresPerHour speed{world_->parameter("road.local_speed", start)};
    return Stretch{site.county, ring_at(site.node), RoadClass::local, site.outer_km, site.outer_km / speed};
  }
  const KilometresPerHour speed{world_->parameter("road.stated_speed", start)};
  const Hours time = site.outer_h > Hours{0.0} ? site.outer_h : site.outer_km / speed;
  return Stretch{{}, 0, RoadClass::trunk, site.outer_km, time};
}

Route RoadMap::stated(const End& from, const End& to, Kilometres km, Hours time) const {
  std::string county = county_of(from);
  if (county.empty()) county = county_of(to);
  CellSum sum;
  sum.add({county, 0, RoadClass::trunk, km, time});
  return {sum.cells(), {}};
}

Route RoadMap::over_land(const End& from, const End& to) const {
  const auto place = [this](const End& end) { return end.site ? degrees(world_->sites[*end.site]) : degrees(world_->nodes[end.node]); };
  const Kilometres km = straight_line(place(from), place(to)) * kDetour;
  return stated(from, to, km, km / KilometresPerHour{world_->parameter("road.stated_speed", world_->settings.start)});
}

Route RoadMap::door_to_door(const End& from, const End& to) const {
  const auto path = graph_.quickest(from.node, to.node, 0);
  if (!path) return over_land(from, to);
  CellSum sum;
  if (const auto stretch = access(from)) sum.add(*stretch);
  add_links(sum, *world_, *path);
  if (const auto stretch = access(to)) sum.add(*stretch);
  Route route{sum.cells(), *path};
  if (route.cells.empty()) return stated(from, to, Kilometres{}, Hours{});
  return route;
}

Route RoadMap::of_leg(const Chain& chain, const Leg& leg) const {
  const auto at = std::find_if(chain.legs.begin(), chain.legs.end(), [&](const Leg& other) { return other.seq == leg.seq; });
  RAILSHIFT_EXPECTS(at != chain.legs.end(), "the leg belongs to the chain");
  const auto position = static_cast<std::size_t>(at - chain.legs.begin());
  const LegEnds ends = leg_ends(*world_, chain)[position];
  const LegSites sites = leg_sites(*world_, chain, position);
  const End from{ends.from, sites.from};
  const End to{ends.to, sites.to};
  if (!leg.km) {
    Route route = door_to_door(from, to);
    if (leg.hours) take_hours(route, *leg.hours);
    return route;
  }
  const KilometresPerHour speed{world_->parameter("road.stated_speed", world_->settings.start)};
  return stated(from, to, *leg.km, leg.hours.value_or(*leg.km / speed));
}

Route RoadMap::empty_run(Id<Site> from, Id<Site> to) const {
  if (from == to) return {};
  if (const StatedWay* way = stated_.between(from, to)) {
    return stated({world_->sites[way->from].node, way->from}, {world_->sites[way->to].node, way->to}, way->km, way->time);
  }
  return door_to_door({world_->sites[from].node, from}, {world_->sites[to].node, to});
}

}  // namespace railshift::rules
