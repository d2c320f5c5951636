#pragma once
/// Adds stretches of road up to the cells of a route.
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/route.hpp"

namespace railshift::rules {

/// A stretch of road at one speed.
struct Stretch {
  std::string county;  ///< empty: outside the study area
  int ring = 0;
  RoadClass road_class = RoadClass::trunk;
  Kilometres length;
  Hours time;
};

/// Merges stretches of one county, ring, road class and speed bin (10 km/h); cells keep the order in which they were first met.
/// Metres and ticks are rounded once a cell, to the nearest; whoever moves takes a tick at least.
class CellSum {
 public:
  void add(const Stretch& stretch);
  [[nodiscard]] std::vector<RouteCell> cells() const;

 private:
  using Key = std::tuple<std::string, int, RoadClass, int>;
  std::map<Key, std::size_t> place_;
  std::vector<Stretch> sums_;
};

}  // namespace railshift::rules
