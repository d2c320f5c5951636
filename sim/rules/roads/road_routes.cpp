#include "sim/rules/roads/road_routes.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/link_route.hpp"

namespace railshift::rules {
namespace {

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

Date first_day_on_roads(const World& world) {
  Settings base = world.settings;
  base.start = make_date(base.base_year, 1, 1);
  return has_choice(world) ? std::min(base.day_zero(), world.settings.day_zero()) : world.settings.day_zero();
}

std::set<Date> days_of_change(const World& world) {
  const Date first = first_day_on_roads(world);
  std::set<Date> days{first, world.settings.day_zero()};
  for (const Link& link : world.links) {
    for (const auto& day : {link.opens, link.closes}) {
      if (day && *day > first && *day < world.settings.end) days.insert(*day);
    }
  }
  return days;
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

bool RoadMap::has_link(Id<Node> node, const std::vector<bool>& among) const {
  std::size_t index = 0;
  return std::any_of(world_->links.begin(), world_->links.end(),
                     [&](const Link& link) { return among[index++] && (link.from == node || link.to == node); });
}

/// The links that must be open for a way of stated length; nothing if they are not. A station off the network says nothing about roads: it
/// is enough that the other end is not cut off.
std::optional<LinkPath> RoadMap::passage(const End& from, const End& to) const {
  if (auto path = graph_.quickest(from.node, to.node, 0)) return path;
  const std::vector<bool> all(regime_.open.size(), true);
  const auto off = [&](const End& end) { return !end.site && !has_link(end.node, all); };
  const auto reached = [&](const End& end) { return off(end) || has_link(end.node, regime_.open); };
  if ((off(from) || off(to)) && reached(from) && reached(to)) return LinkPath{};
  return std::nullopt;
}

std::optional<Route> RoadMap::open_way(const End& from, const End& to, Route stated, std::optional<Kilometres> off_network) const {
  if (off_network) {
    stated.off_network_metres = std::llround(off_network->value * 1000.0);
    return stated;
  }
  auto links = passage(from, to);
  if (!links) return std::nullopt;
  stated.passes = std::move(*links);
  return stated;
}

std::optional<Route> RoadMap::door_to_door(const End& from, const End& to) const {
  const auto path = graph_.quickest(from.node, to.node, 0);
  if (!path) return std::nullopt;
  CellSum sum;
  if (const auto stretch = access(from)) sum.add(*stretch);
  add_links(sum, *world_, *path);
  if (const auto stretch = access(to)) sum.add(*stretch);
  Route route{sum.cells(), *path};
  if (route.cells.empty()) return stated(from, to, Kilometres{}, Hours{});
  return route;
}

std::optional<Route> RoadMap::of_leg(const Chain& chain, const Leg& leg) const {
  const auto at = std::find_if(chain.legs.begin(), chain.legs.end(), [&](const Leg& other) { return other.seq == leg.seq; });
  RAILSHIFT_EXPECTS(at != chain.legs.end(), "the leg belongs to the chain");
  const auto position = static_cast<std::size_t>(at - chain.legs.begin());
  const LegEnds ends = leg_ends(*world_, chain)[position];
  const LegSites sites = leg_sites(*world_, chain, position);
  const End from{ends.from, sites.from};
  const End to{ends.to, sites.to};
  if (!leg.km) {
    std::optional<Route> route = door_to_door(from, to);
    if (route && leg.hours) take_hours(*route, *leg.hours);
    return route;
  }
  const KilometresPerHour speed{world_->parameter("road.stated_speed", world_->settings.start)};
  return open_way(from, to, stated(from, to, *leg.km, leg.hours.value_or(*leg.km / speed)), leg.off_network);
}

std::optional<Route> RoadMap::empty_run(Id<Site> from, Id<Site> to) const {
  if (from == to) return Route{};
  const auto end = [this](Id<Site> site) { return End{world_->sites[site].node, site}; };
  for (const StatedWay& way : stated_.between(from, to)) {
    const Route route = stated(end(way.from), end(way.to), way.km, way.time);
    if (auto open = open_way(end(from), end(to), route, way.off_network)) return open;
  }
  return door_to_door(end(from), end(to));
}

}  // namespace railshift::rules
