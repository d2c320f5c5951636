#pragma once
/// The roads of the month: map, empty runs, loaded routes of all legs; rebuilt only when a road opens or closes.
#include <memory>
#include <optional>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/places.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/rules/rail/leg_distances.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::engine {

class Roads {
 public:
  Roads(const LiveWorld& world, const PlaceBook& places) : world_(world), places_(places) {}

  /// Whether the roads of `day` are others than those of now.
  [[nodiscard]] bool differ_on(Date day) const;
  /// Makes the roads of `day` current. Sets route and drive time of every leg if they changed; returns whether they did.
  bool update(Date day, std::vector<TruckLeg>& legs);

  [[nodiscard]] const rules::RoadMap& map() const { return *map_; }
  [[nodiscard]] EmptyRuns& empty_runs() { return *runs_; }
  [[nodiscard]] RouteBook& routes() { return routes_; }
  [[nodiscard]] rules::LegDistances distances() const;
  /// Loaded route of a chain's truck leg on the current roads (counted flows); nothing without an open road.
  [[nodiscard]] std::optional<std::uint32_t> route_of(const Chain& chain, const Leg& leg);
  /// Whether some place where trucks of a pool stand is cut off from some origin of its loads.
  [[nodiscard]] bool cut_off() const { return cut_off_; }

 private:
  void set_way(TruckLeg& leg);

  const LiveWorld& world_;
  const PlaceBook& places_;
  RouteBook routes_;
  rules::RoadRegime regime_;
  std::unique_ptr<rules::RoadMap> map_;
  std::unique_ptr<EmptyRuns> runs_;
  bool cut_off_ = false;
};

}  // namespace railshift::engine
