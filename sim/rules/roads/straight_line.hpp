#pragma once
/// How far two places are apart at least, and which lengths cannot be.
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// A place on the earth.
struct Degrees {
  double lon = 0.0;
  double lat = 0.0;
};
[[nodiscard]] inline Degrees degrees(const Node& node) { return {node.lon, node.lat}; }
[[nodiscard]] inline Degrees degrees(const Site& site) { return {site.lon, site.lat}; }

/// Great circle on a sphere of 6371 km.
[[nodiscard]] Kilometres straight_line(Degrees a, Degrees b);

/// Whether a stated length is too short for the straight line between its ends: less than 0.8 of it. No way is shorter than the line, but
/// coordinates are rounded to hundredths of a degree and places have an extent; for the same reason ends within 2 km say nothing.
[[nodiscard]] bool too_short(Kilometres stated, Kilometres line);

/// The line between the ends of a truck leg: of its sites where it begins or ends at one, else of the road node.
[[nodiscard]] Kilometres straight_line_of_leg(const World& world, const Chain& chain, std::size_t position);

/// A leg whose stated length is too short for its line.
struct ShortLeg {
  Id<Chain> chain;
  std::size_t position = 0;
  Kilometres line;
};
/// In the order of chains and legs.
[[nodiscard]] std::vector<ShortLeg> short_legs(const World& world);

}  // namespace railshift::rules
