#include "analysis/look/flags/flags_place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "analysis/look/figures/degrees.hpp"
#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"

namespace railshift::analysis::look {
namespace {

constexpr double kEarthRadiusKm = 6371.0;

Kilometres straight(Degrees a, Degrees b) {
  const double rad = std::numbers::pi / 180.0;
  const double s = std::sin((b.lat - a.lat) * rad / 2.0);
  const double t = std::sin((b.lon - a.lon) * rad / 2.0);
  const double h = s * s + std::cos(a.lat * rad) * std::cos(b.lat * rad) * t * t;
  return Kilometres{2.0 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)))};
}

/// A way that is stated shorter than the straight line between its ends.
void too_short(const Where& where, const Name& name, Kilometres stated, Kilometres line, Flags& flags) {
  if (stated.value + kPlaceErrorKm >= line.value) return;
  flags.push_back({Severity::doubtful, "shorter_than_straight", where,
                   fmt::format("{} 长 {:.1f} 公里，但两端直线距离 {:.1f} 公里：核对长度或坐标", name.zh, stated.value, line.value),
                   fmt::format("{} is {:.1f} km long, but its ends are {:.1f} km apart in a straight line: check length or coordinates",
                               name.en, stated.value, line.value),
                   line.value - stated.value});
}

}  // namespace

void place_flags(const World& world, Flags& flags) {
  for (const Link& link : world.links) {
    const Kilometres line = straight(degrees(world.nodes[link.from]), degrees(world.nodes[link.to]));
    too_short({"network/link.csv", link.id}, {"道路 " + link.name_zh, "road " + link.name_zh}, link.length, line, flags);
  }
  for (const RailSection& section : world.rail_sections) {
    const Kilometres line = straight(degrees(world.nodes[section.from]), degrees(world.nodes[section.to]));
    too_short({"network/rail_sections.csv", section.id}, name_of(world, world.rail_sections.id_of(section)), section.length, line, flags);
  }
  for (const Site& site : world.sites) {
    const Node& node = world.nodes[site.node];
    const Kilometres line = straight({site.lon, site.lat}, degrees(node));
    if (site.outside()) continue;
    const Name name = name_of(world, world.sites.id_of(site));
    too_short({"tables/sites.csv", site.id},
              {name.zh + " 到路网的接入路（outer_km）", "the way from " + name.en + " to the network (outer_km)"}, site.outer_km, line,
              flags);
  }
}

}  // namespace railshift::analysis::look
