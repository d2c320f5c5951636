#include "analysis/metrics/standings.hpp"

#include <algorithm>

namespace railshift::analysis {

Standing weakest(std::initializer_list<Standing> standings) {
  Standing all = Standing::derived;
  for (const Standing one : standings) all = combine(all, one);
  return all;
}

Standing standing_of_values(const World& world, std::initializer_list<std::string_view> beginnings) {
  Standing standing = Standing::derived;
  for (const Parameter& value : world.parameters) {
    const auto begins = [&value](std::string_view text) { return value.id.starts_with(text); };
    if (std::any_of(beginnings.begin(), beginnings.end(), begins)) standing = combine(standing, value.provenance.standing);
  }
  return standing;
}

Standing standing_of_goods(const World& world) { return weakest({standing_of(world.flows), standing_of(world.chains)}); }

Standing standing_of_hauls(const World& world) { return weakest({standing_of_goods(world), standing_of(world.links)}); }

Standing standing_of_fleet(const World& world) {
  return weakest({standing_of(world.register_rows), standing_of(world.survival), standing_of(world.purchase_shares)});
}

Standing standing_of_choice(const World& world) {
  return weakest({standing_of(world.links), standing_of(world.rail_sections), standing_of(world.sidings), standing_of(world.rail_tariffs),
                  standing_of(world.road_rates),
                  standing_of_values(world, {"choice.", "rail.price_factor", "rail.added_delay", "road.price_factor"})});
}

}  // namespace railshift::analysis
