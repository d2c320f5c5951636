#pragma once
/// Goods of one January (31 days) that can go by rail or by road: places, a yard, sections and flows by hand, so that a programme of the
/// year 2021 is a programme of one month.
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace ceiling_city {

struct Sent {
  std::string id;
  std::string firm;         ///< whose mine sends it to the port: the site is called as its firm
  double tonnes = 0.0;      ///< in January 2021
  std::string siding = {};  ///< of its rail chain; empty: none
  bool by_road = true;      ///< has a road chain
  std::string to = "port";
};

struct Yard {
  std::string id;
  double t_per_day = 0.0;
  std::optional<railshift::Date> opens = railshift::make_date(2015, 1, 1);
  std::string fence_of = {};  ///< inside the fence of this firm's mine; empty: a public yard
};

struct City {
  std::vector<std::string> firms;
  std::vector<Yard> yards;
  std::vector<Sent> sent;
  std::vector<std::string> belts = {};  ///< ids of flows that have a belt chain alone
  int slots_per_day = 1000;             ///< of the one section; a train carries 10 t
  double background = 0.0;
};

/// Rail chains are `<flow>-rail` (1 km by truck to a public yard, 100 km by rail), road chains `<flow>-road` (50 km), belts `<flow>-belt`.
[[nodiscard]] railshift::World world(const City& city);

[[nodiscard]] railshift::Target target(const railshift::World& world, const std::string& id, railshift::MetricKind metric,
                                       const railshift::Scope& scope, double value);
void set_targets(railshift::World& world, std::vector<railshift::Target> targets);

}  // namespace ceiling_city
