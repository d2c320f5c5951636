#pragma once
/// Where a leg runs: the cells of traffic that one truck on it adds. Records refer to routes by number.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/units.hpp"
#include "sim/model/network.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

/// A stretch of a route with one county, ring, road class and speed.
struct RouteCell {
  std::string county;  ///< empty: outside the study area
  int ring = 0;
  RoadClass road_class = RoadClass::trunk;
  std::int64_t metres = 0;
  Tick ticks = 0;      ///< driving time, rounded once: what a truck's clock counts is the sum over its cells
  bool inside = true;  ///< false: beyond a gateway; not counted in ring and inventory metrics
};

struct Route {
  std::vector<RouteCell> cells;
  std::vector<Id<Link>> links;     ///< empty for stated distances
  std::optional<Id<Site>> from{};  ///< where the run begins and ends; absent: at a yard
  std::optional<Id<Site>> to{};
  std::vector<Id<Link>> passes{};       ///< of a stated distance: the links that must be open for it; none if it is off the network
  std::int64_t off_network_metres = 0;  ///< of metres()
  [[nodiscard]] std::int64_t metres() const;
  [[nodiscard]] Tick ticks() const;
};

using RouteBook = std::vector<Route>;

/// A monthly count of trips that needed no event (through traffic, light goods, spoil, waste).
struct CountedTrips {
  std::uint32_t route = 0;
  EmissionClass vehicle;
  Owner owner = Owner::local;
  bool loaded = false;
  std::int64_t trips = 0;
  std::int64_t kg = 0;                        ///< total
  std::optional<std::uint32_t> flow;          ///< absent for through traffic
  std::array<std::int64_t, 4> by_day_part{};  ///< trips by day part; sums to trips
};

}  // namespace railshift
