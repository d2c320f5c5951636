#include <algorithm>

#include <fmt/format.h>

#include "analysis/look/figures/degrees.hpp"
#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/relations.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis::look {
namespace {

/// A mountain road of the loess plateau winds about twice its straight line, one with serpentines three times; ends may lie some kilometres
/// from the coordinates of their place.
constexpr double kMostWinding = 4.0;
constexpr double kExtentKm = 15.0;
/// Trucks with their breaks; an access road with a gate and a turn.
constexpr double kSlowTruckKmh = 6.0, kFastTruckKmh = 100.0;
/// Trains with their stops on the way.
constexpr double kSlowTrainKmh = 3.0, kFastTrainKmh = 120.0;
/// Belts and pipes.
constexpr double kSlowBeltKmh = 1.0, kFastBeltKmh = 30.0;

void relate_length(const Where& where, const Name& name, Kilometres stated, Kilometres line, Relations& out) {
  out.push_back({where,
                 {fmt::format("{} 长 {:.1f} 公里，两端直线距离 {:.1f} 公里", name.zh, stated.value, line.value),
                  fmt::format("{} is {:.1f} km long, its ends are {:.1f} km apart in a straight line", name.en, stated.value, line.value)},
                 stated.value,
                 0.0,
                 kMostWinding * line.value + kExtentKm,
                 "km",
                 {"假设：盘山公路不超过直线的 4 倍，另加 15 公里",
                  "assumed: the most winding roads are 4 times the line, and 15 km for the extent of places"}});
}

void relate_speed(const Where& where, const Name& name, Kilometres km, Hours hours, std::pair<double, double> usual, Relations& out) {
  if (hours.value <= 0.0 || km.value <= 0.0) return;
  out.push_back({where,
                 {fmt::format("{} {:.4g} 公里用 {:.4g} 小时", name.zh, km.value, hours.value),
                  fmt::format("{} takes {:.4g} h for {:.4g} km", name.en, hours.value, km.value)},
                 km.value / hours.value,
                 usual.first,
                 usual.second,
                 "km/h",
                 {"假设：含途中停留的速度", "assumed: speed with the stops on the way"}});
}

std::pair<double, double> usual_speed(Mode mode) {
  switch (mode) {
    case Mode::truck:
      return {kSlowTruckKmh, kFastTruckKmh};
    case Mode::rail:
      return {kSlowTrainKmh, kFastTrainKmh};
    case Mode::belt:
    case Mode::pipe:
      return {kSlowBeltKmh, kFastBeltKmh};
  }
  return {kSlowTruckKmh, kFastTruckKmh};
}

void relate_legs(const World& world, const Chain& chain, Relations& out) {
  const std::vector<rules::LegEnds> ends = rules::leg_ends(world, chain);
  const Name flow = name_of(world, chain.flow);
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const Leg& leg = chain.legs[i];
    if (!leg.km) continue;
    const Name name{fmt::format("货流 {} 第 {} 段", flow.zh, leg.seq), fmt::format("leg {} of flow {}", leg.seq, flow.en)};
    const Where where{"tables/legs.csv", chain.id};
    const Kilometres line = leg.mode == Mode::rail
                                ? rules::straight_line(degrees(world.nodes[ends[i].from]), degrees(world.nodes[ends[i].to]))
                                : rules::straight_line_of_leg(world, chain, i);
    relate_length(where, name, *leg.km, line, out);
    if (leg.hours) relate_speed(where, name, *leg.km, *leg.hours, usual_speed(leg.mode), out);
  }
}

/// The truck leg of a chain to or from a yard is the yard's drayage.
void relate_drayage(const World& world, const Chain& chain, Relations& out) {
  for (std::size_t i = 0; i + 1 < chain.legs.size(); ++i) {
    const Leg &a = chain.legs[i], &b = chain.legs[i + 1];
    const Leg& truck = a.mode == Mode::truck ? a : b;
    const std::optional<Id<Siding>> yard = a.mode == Mode::rail ? a.siding : b.siding;
    if (a.mode == b.mode || truck.mode != Mode::truck || !truck.km || !yard) continue;
    const Siding& siding = world.sidings[*yard];
    if (siding.drayage.value <= 0.0 || truck.km->value <= 0.0) continue;
    const Name name = name_of(world, *yard);
    out.push_back(
        {{"tables/sidings.csv", siding.id},
         {fmt::format("{}：运输链 {} 的卡车段 {:.4g} 公里与 drayage_km {:.4g} 公里之比", name.zh, chain.id, truck.km->value,
                      siding.drayage.value),
          fmt::format("{}: the truck leg of chain {} is {:.4g} km, drayage_km is {:.4g} km, a ratio of", name.en, chain.id, truck.km->value,
                      siding.drayage.value)},
         truck.km->value / siding.drayage.value,
         0.12,
         8.0,
         "",
         {"假设：各货主到货场的距离与平均短驳里程相差不到八倍", "assumed: no shipper is eight times as far from a yard as the mean"}});
  }
}

void relate_sites(const World& world, Relations& out) {
  for (const Site& site : world.sites) {
    const Name name = name_of(world, world.sites.id_of(site));
    const Name way{name.zh + " 到路网的路（outer_km）", "the way from " + name.en + " to the network (outer_km)"};
    const Where where{"tables/sites.csv", site.id};
    const Kilometres line = rules::straight_line(degrees(site), degrees(world.nodes[site.node]));
    relate_length(where, way, site.outer_km, line, out);
    relate_speed(where, way, site.outer_km, site.outer_h, usual_speed(Mode::truck), out);
  }
}

}  // namespace

void relations_of_places(const World& world, Relations& out) {
  for (const Link& link : world.links) {
    const Kilometres line = rules::straight_line(degrees(world.nodes[link.from]), degrees(world.nodes[link.to]));
    relate_length({"network/link.csv", link.id}, {"道路 " + link.name_zh, "road " + link.name_zh}, link.length, line, out);
  }
  for (const RailSection& section : world.rail_sections) {
    const Kilometres line = rules::straight_line(degrees(world.nodes[section.from]), degrees(world.nodes[section.to]));
    relate_length({"network/rail_sections.csv", section.id}, name_of(world, world.rail_sections.id_of(section)), section.length, line, out);
  }
  relate_sites(world, out);
  for (const Chain& chain : world.chains) {
    relate_legs(world, chain, out);
    relate_drayage(world, chain, out);
  }
}

}  // namespace railshift::analysis::look
