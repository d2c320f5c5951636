// Flags on roads, places and stations: flag_rules.hpp.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "analysis/look/flag_rules.hpp"
#include "analysis/look/thresholds.hpp"
#include "sim/rules/road_routes.hpp"

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

void roadless_runs(const World& world, const Look& look, Flags& flags) {
  for (const TruckRun& run : look.runs) {
    const bool both = run.no_road.base && run.no_road.last;
    if ((!run.no_road.base && !run.no_road.last) || run.loads.base + run.loads.last <= 0.0) continue;
    const Chain& chain = world.chains[run.chain];
    const Name name = name_of(world, chain.flow);
    const std::string day = to_string(run.no_road.base ? world.settings.start : world.settings.end - 1);
    const Tonnes mass = look.masses.tonnes(chain.flow, When::base) * chain.base_share;
    flags.push_back(
        {both ? Severity::wrong : Severity::doubtful,
         "no_open_road",
         {"tables/legs.csv", chain.id},
         fmt::format("货流 {}（{}）第 {} 段在 {} 没有开通的道路相连，按直线 ×1.3 计 {:.0f} 公里", name.zh, tonnes_zh(mass),
                     chain.legs[run.position].seq, day, run.km.value),
         fmt::format("flow {} ({}), leg {}: no open road connects its ends on {}; a straight line x 1.3 of {:.0f} km stands for it",
                     name.en, tonnes_en(mass), chain.legs[run.position].seq, day, run.km.value),
         mass.value});
  }
}

void roadless_through(const World& world, Flags& flags) {
  const rules::RoadMap map(world, rules::regime_on(world, world.settings.start));
  for (const Through& through : world.through) {
    if (map.between(through.gateway_in, through.gateway_out)) continue;
    flags.push_back(
        {Severity::wrong,
         "no_open_road",
         {"tables/through.csv", through.id},
         fmt::format("过境 {}：{} 时两个门户之间没有开通的道路", through.id, to_string(world.settings.start)),
         fmt::format("through traffic {}: no open road between its gateways on {}", through.id, to_string(world.settings.start))});
  }
}

void long_hauls(const World& world, const Look& look, Flags& flags) {
  for (const TruckRun& run : look.runs) {
    const Chain& chain = world.chains[run.chain];
    const Tonnes mass = look.masses.tonnes(chain.flow, When::base) * chain.base_share;
    const Commodity& goods = world.commodities[world.flows[chain.flow].commodity];
    if (!run.whole_haul || !goods.bulk || run.km.value <= kLongHaulKm || mass.value < kLongHaulTonnes) continue;
    const Name name = name_of(world, chain.flow);
    flags.push_back({Severity::note,
                     "long_road_haul",
                     {"tables/chains.csv", chain.id},
                     fmt::format("大宗货物 {} 由公路运 {:.0f} 公里，{}/年：核对分担率或目的地", name.zh, run.km.value, tonnes_zh(mass)),
                     fmt::format("bulk goods {} go {:.0f} km by road, {} a year: check the share or the destination", name.en, run.km.value,
                                 tonnes_en(mass)),
                     mass.value});
  }
}

void missing_stations(const World& world, const Look& look, Flags& flags) {
  for (const MissingStation& lack : look.gates.missing) {
    if (lack.trucks <= kManyTrucksADay) continue;
    const Name name = name_of(world, lack.site);
    const bool load = lack.kind == StationKind::load;
    flags.push_back({Severity::doubtful,
                     "no_station",
                     {"tables/stations_service.csv", world.sites[lack.site].id},
                     fmt::format("{} 最忙月份每天有 {} 辆车{}，但没有{}台位行：不会排队", name.zh, whole(lack.trucks),
                                 load ? "装货" : "卸货", load ? "装车" : "卸车"),
                     fmt::format("{}: {} trucks a day {} in the busiest month, but no row for it: no queue can form", name.en,
                                 whole(lack.trucks), load ? "load" : "unload"),
                     lack.trucks});
  }
}

void busy_stations(const World& world, const Look& look, Flags& flags) {
  for (const StationRow& row : look.gates.stations) {
    if (row.used <= kBusyStation) continue;
    const Station& s = world.stations[row.station];
    const Name name = name_of(world, s.site);
    const bool never = row.used > 1.0;
    flags.push_back(
        {never ? Severity::wrong : Severity::doubtful,
         "busy_station",
         {"tables/stations_service.csv", s.id},
         fmt::format("{} 的台位 {}（{} 个）在最忙月份每天 {:.0f} 车，占用 {:.0f}%：{}", name.zh, s.id, s.servers, row.trucks,
                     row.used * kPercent, never ? "队伍只增不减" : "排队很长"),
         fmt::format("{}: station {} ({} servers) serves {:.0f} trucks a day in the busiest month, {:.0f}% of its time: {}", name.en, s.id,
                     s.servers, row.trucks, row.used * kPercent, never ? "its queue never ends" : "queues are long"),
         row.used});
  }
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

void road_flags(const World& world, const Look& look, Flags& flags) {
  roadless_runs(world, look, flags);
  roadless_through(world, flags);
  long_hauls(world, look, flags);
}

void station_flags(const World& world, const Look& look, Flags& flags) {
  busy_stations(world, look, flags);
  missing_stations(world, look, flags);
}

}  // namespace railshift::analysis::look
