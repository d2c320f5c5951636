#pragma once
/// Routes of truck legs and empty runs on the roads of a day.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/model/route.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/alternatives.hpp"
#include "sim/rules/roads/road_graph.hpp"
#include "sim/rules/roads/route_cells.hpp"
#include "sim/rules/roads/stated_ways.hpp"

namespace railshift::rules {

/// The roads as they stand on a day; two days without an opening or closing between them have equal regimes.
struct RoadRegime {
  std::vector<bool> open;
  friend bool operator==(const RoadRegime&, const RoadRegime&) = default;
};
[[nodiscard]] RoadRegime regime_on(const RoadWorld& world, Date day);
/// The first day on which roads matter: of the run or, where flows have a choice, of the base year, to which constants are fitted; warm-up
/// included.
[[nodiscard]] Date first_day_on_roads(const World& world);
/// That day, the first day of the run, and every day on which a link opens or closes between the former and its end; ascending.
[[nodiscard]] std::set<Date> days_of_change(const World& world);

/// Shortest-time routes on one regime (Dijkstra, Boost.Graph). Distances in metres, times in seconds at free speed. Paths are kept once
/// asked for: keep one map a regime. The world must outlive it. For one thread.
class RoadMap {
 public:
  RoadMap(const World& world, RoadRegime regime);
  [[nodiscard]] const RoadRegime& regime() const { return regime_; }
  /// Route between two nodes; nothing if not connected. `avoid_ring`: links enclosed by that many rings or more are closed (0 = none).
  [[nodiscard]] std::optional<Route> between(Id<Node> from, Id<Node> to, int avoid_ring = 0) const;
  /// Route of a truck leg of a chain: stated kilometres as one cell of the origin's (or destination's, if the origin is outside) county at
  /// road.stated_speed (or over the leg's stated hours), else the network path plus outer/access kilometres of both sites, in the leg's
  /// hours if it states them. Nothing if no open road joins its ends: stated kilometres carry no truck past a closed road, unless some of
  /// them are off the network. A station that no link touches is joined to every place that an open road touches.
  [[nodiscard]] std::optional<Route> of_leg(const Chain& chain, const Leg& leg) const;
  /// Empty run between two sites: the way that a truck leg between them states, in either direction (StatedWays), as that leg's cell. Else
  /// the network path plus outer/access kilometres; both on one gateway: sum of outer kilometres beyond it. Nothing if no open road joins
  /// them. A site to itself: no cells. Two sites that are joined have at least one cell, be it of 0 m.
  [[nodiscard]] std::optional<Route> empty_run(Id<Site> from, Id<Site> to) const;
  using Alternative = rules::AlternativeRoute;
  /// alternative_routes on these roads, kept once asked for.
  [[nodiscard]] const std::vector<Alternative>& alternatives(Id<Node> from, Id<Node> to, int count, int ring) const;

 private:
  /// One end of a truck leg: a place on the network and, if it is a site, what lies between the site and its node.
  struct End {
    Id<Node> node;
    std::optional<Id<Site>> site;
  };
  [[nodiscard]] std::string county_of(const End& end) const;
  [[nodiscard]] std::optional<Stretch> access(const End& end) const;
  [[nodiscard]] int ring_at(Id<Node> node) const;
  [[nodiscard]] Route stated(const End& from, const End& to, Kilometres km, Hours time) const;
  [[nodiscard]] std::optional<Route> door_to_door(const End& from, const End& to) const;
  [[nodiscard]] bool has_link(Id<Node> node, const std::vector<bool>& among) const;
  [[nodiscard]] std::optional<LinkPath> passage(const End& from, const End& to) const;
  [[nodiscard]] std::optional<Route> open_way(const End& from, const End& to, Route stated, std::optional<Kilometres> off_network) const;

  const World* world_;
  RoadRegime regime_;
  RoadGraph graph_;
  StatedWays stated_;
  mutable std::map<std::array<std::uint32_t, 4>, std::vector<Alternative>> alternatives_;
};

}  // namespace railshift::rules
