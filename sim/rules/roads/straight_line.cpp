#include "sim/rules/roads/straight_line.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/stated_ways.hpp"

namespace railshift::rules {
namespace {

constexpr double kEarthRadiusKm = 6371.0;
/// Road networks of the plain reach 1.2 kilometres a straight one; what is below 0.8 is no matter of rounded coordinates.
constexpr double kLeastOfLine = 0.8;
/// Twice the rounding of a coordinate.
constexpr Kilometres kSamePlace{2.0};

}  // namespace

Kilometres straight_line(Degrees a, Degrees b) {
  const double rad = std::numbers::pi / 180.0;
  const double dlat = std::sin((b.lat - a.lat) * rad / 2.0);
  const double dlon = std::sin((b.lon - a.lon) * rad / 2.0);
  const double h = dlat * dlat + std::cos(a.lat * rad) * std::cos(b.lat * rad) * dlon * dlon;
  return Kilometres{2.0 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, h)))};
}

bool too_short(Kilometres stated, Kilometres line) { return line > kSamePlace && stated < kLeastOfLine * line; }

Kilometres straight_line_of_leg(const World& world, const Chain& chain, std::size_t position) {
  const LegEnds ends = leg_ends(world, chain)[position];
  const LegSites sites = leg_sites(world, chain, position);
  const Degrees from = sites.from ? degrees(world.sites[*sites.from]) : degrees(world.nodes[ends.from]);
  const Degrees to = sites.to ? degrees(world.sites[*sites.to]) : degrees(world.nodes[ends.to]);
  return straight_line(from, to);
}

std::vector<ShortLeg> short_legs(const World& world) {
  std::vector<ShortLeg> found;
  for (const Chain& chain : world.chains) {
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      if (!chain.legs[i].km) continue;
      const Kilometres line = straight_line_of_leg(world, chain, i);
      if (too_short(*chain.legs[i].km, line)) found.push_back({world.chains.id_of(chain), i, line});
    }
  }
  return found;
}

}  // namespace railshift::rules
