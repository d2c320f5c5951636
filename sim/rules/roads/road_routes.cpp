#include "sim/rules/roads/road_routes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/link_route.hpp"

namespace railshift::rules {
namespace {

/// Road kilometres a straight kilometre where the network says nothing; road networks lie between 1.2 and 1.4.
constexpr double kDetour = 1.3;

/// Great circle on a sphere of 6371 km.
Kilometres straight_line(double lon_a, double lat_a, double lon_b, double lat_b) {
  const double rad = std::numbers::pi / 180.0;
  const double dlat = std::sin((lat_b - lat_a) * rad / 2.0);
  const double dlon = std::sin((lon_b - lon_a) * rad / 2.0);
  const double h = dlat * dlat + std::cos(lat_a * rad) * std::cos(lat_b * rad) * dlon * dlon;
  return Kilometres{2.0 * 6371.0 * std::asin(std::sqrt(std::min(1.0, h)))};
}

}  // namespace

RoadRegime regime_on(const RoadWorld& world, Date day) {
  RoadRegime regime;
  for (const Link& link : world.links) {
    regime.open.push_back((!link.opens || *link.opens <= day) && (!link.closes || day < *link.closes));
  }
  return regime;
}

RoadMap::RoadMap(const World& world, RoadRegime regime) : world_(&world), regime_(std::move(regime)), graph_(world, regime_.open) {}

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
  const auto place = [this](const End& end) {
    const Node& node = world_->nodes[end.node];
    return end.site ? std::pair{world_->sites[*end.site].lon, world_->sites[*end.site].lat} : std::pair{node.lon, node.lat};
  };
  const auto [lon_a, lat_a] = place(from);
  const auto [lon_b, lat_b] = place(to);
  const Kilometres km = straight_line(lon_a, lat_a, lon_b, lat_b) * kDetour;
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
  const LegEnds ends = leg_ends(*world_, chain)[static_cast<std::size_t>(at - chain.legs.begin())];
  const Flow& flow = world_->flows[chain.flow];
  End from{ends.from, std::nullopt};
  End to{ends.to, std::nullopt};
  if (at == chain.legs.begin() && world_->sites[flow.origin].node == ends.from) from.site = flow.origin;
  if (std::next(at) == chain.legs.end() && world_->sites[flow.destination].node == ends.to) to.site = flow.destination;
  if (!leg.km) return door_to_door(from, to);
  const KilometresPerHour speed{world_->parameter("road.stated_speed", world_->settings.start)};
  return stated(from, to, *leg.km, leg.hours.value_or(*leg.km / speed));
}

Route RoadMap::empty_run(Id<Site> from, Id<Site> to) const {
  if (from == to) return {};
  return door_to_door({world_->sites[from].node, from}, {world_->sites[to].node, to});
}

}  // namespace railshift::rules
