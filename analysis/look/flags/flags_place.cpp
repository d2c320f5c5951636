#include "analysis/look/flags/flags_place.hpp"

#include <fmt/format.h>

#include "analysis/look/figures/degrees.hpp"
#include "analysis/look/flags/flag_text.hpp"

namespace railshift::analysis::look {
namespace {

/// A way that is stated shorter than the straight line between its ends.
void too_short(const Where& where, const Name& name, Kilometres stated, Kilometres line, Flags& flags) {
  if (!rules::too_short(stated, line)) return;
  flags.push_back({Severity::doubtful, "shorter_than_straight", where,
                   fmt::format("{} 长 {:.1f} 公里，但两端直线距离 {:.1f} 公里：核对长度或坐标", name.zh, stated.value, line.value),
                   fmt::format("{} is {:.1f} km long, but its ends are {:.1f} km apart in a straight line: check length or coordinates",
                               name.en, stated.value, line.value),
                   line.value - stated.value});
}

void too_short_legs(const World& world, Flags& flags) {
  for (const rules::ShortLeg& found : rules::short_legs(world)) {
    const Chain& chain = world.chains[found.chain];
    const Leg& leg = chain.legs[found.position];
    const Name name = name_of(world, chain.flow);
    too_short({"tables/legs.csv", chain.id},
              {fmt::format("货流 {} 第 {} 段", name.zh, leg.seq), fmt::format("leg {} of flow {}", leg.seq, name.en)}, *leg.km, found.line,
              flags);
  }
}

}  // namespace

void place_flags(const World& world, Flags& flags) {
  for (const Link& link : world.links) {
    const Kilometres line = rules::straight_line(degrees(world.nodes[link.from]), degrees(world.nodes[link.to]));
    too_short({"network/link.csv", link.id}, {"道路 " + link.name_zh, "road " + link.name_zh}, link.length, line, flags);
  }
  for (const RailSection& section : world.rail_sections) {
    const Kilometres line = rules::straight_line(degrees(world.nodes[section.from]), degrees(world.nodes[section.to]));
    too_short({"network/rail_sections.csv", section.id}, name_of(world, world.rail_sections.id_of(section)), section.length, line, flags);
  }
  for (const Site& site : world.sites) {
    const Node& node = world.nodes[site.node];
    const Kilometres line = rules::straight_line(degrees(site), degrees(node));
    if (site.outside()) continue;
    const Name name = name_of(world, world.sites.id_of(site));
    too_short({"tables/sites.csv", site.id},
              {name.zh + " 到路网的接入路（outer_km）", "the way from " + name.en + " to the network (outer_km)"}, site.outer_km, line,
              flags);
  }
  too_short_legs(world, flags);
}

}  // namespace railshift::analysis::look
