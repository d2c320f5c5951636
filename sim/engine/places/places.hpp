#pragma once
/// Places: where trucks load, unload and stand idle. Every site is a place; a yard is a place beside each site it serves.
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/model/route.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::engine {

using PlaceIndex = std::uint16_t;

/// How far a place is that no open road leads to; no truck is ever sent there.
inline constexpr Tick kUnreachable = std::numeric_limits<Tick>::max();

/// A site, or a yard `extra_metres` of road away from the site that it serves.
struct Place {
  Id<Site> site;
  std::int64_t extra_metres = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Places in order of first use; sites come first, in table order.
class PlaceBook {
 public:
  explicit PlaceBook(const GoodsWorld& world);
  PlaceIndex yard(Id<Site> site, std::int64_t extra_metres);
  [[nodiscard]] PlaceIndex of_site(Id<Site> site) const { return static_cast<PlaceIndex>(site.index); }
  [[nodiscard]] const Place& operator[](PlaceIndex i) const { return places_[i]; }
  /// The site that a place is; nothing for a yard.
  [[nodiscard]] std::optional<Id<Site>> site_at(PlaceIndex i) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }

 private:
  std::vector<Place> places_;
  std::map<Place, PlaceIndex> yards_;
};

/// Empty runs between places on the roads of one regime: ticks for choosing a truck, routes (appended to the route book on first use) for
/// driving.
class EmptyRuns {
 public:
  EmptyRuns(const LiveWorld& world, const PlaceBook& places, const rules::RoadMap& map, RouteBook& routes);

  /// Places by increasing empty-run time to `to`; places without any road connection are left out.
  [[nodiscard]] const std::vector<PlaceIndex>& nearest_to(PlaceIndex to) const { return nearest_[to]; }
  /// kUnreachable without any open road.
  [[nodiscard]] Tick ticks(PlaceIndex from, PlaceIndex to) const { return ticks_[from * places_.size() + to]; }
  /// Nothing without any open road.
  [[nodiscard]] std::optional<std::int64_t> metres(PlaceIndex from, PlaceIndex to) const;
  /// Precondition: an open road leads from one to the other.
  [[nodiscard]] std::uint32_t route(PlaceIndex from, PlaceIndex to);

 private:
  [[nodiscard]] std::optional<Route> make(PlaceIndex from, PlaceIndex to) const;

  const LiveWorld& world_;
  const PlaceBook& places_;
  const rules::RoadMap& map_;
  RouteBook& routes_;
  KilometresPerHour yard_speed_;
  std::vector<Tick> ticks_;
  std::vector<std::int64_t> metres_;     ///< 0 where there is no connection
  std::vector<std::uint32_t> route_of_;  ///< 0xffffffff: not made yet
  std::vector<std::vector<PlaceIndex>> nearest_;
};

}  // namespace railshift::engine
