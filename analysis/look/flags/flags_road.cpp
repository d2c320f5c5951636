#include "analysis/look/flags/flags_road.hpp"

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::analysis::look {
namespace {

void roadless_runs(const World& world, const Figures& figures, Flags& flags) {
  for (const TruckRun& run : figures.runs) {
    const bool both = run.no_road.base && run.no_road.last;
    if (!run.cut_off_from || run.loads.base + run.loads.last <= 0.0) continue;
    const Chain& chain = world.chains[run.chain];
    const Name name = name_of(world, chain.flow);
    const std::string day = to_string(*run.cut_off_from);
    const Tonnes mass = figures.masses.tonnes(chain.flow, When::base) * chain.base_share;
    flags.push_back({both ? Severity::wrong : Severity::doubtful,
                     "no_open_road",
                     {"tables/legs.csv", chain.id},
                     fmt::format("货流 {}（{}）第 {} 段自 {} 起没有开通的道路相连：改走其他运输链，否则等待", name.zh, tonnes_zh(mass),
                                 chain.legs[run.position].seq, day),
                     fmt::format("flow {} ({}), leg {}: no open road connects its ends from {} on; its goods take another chain, or wait",
                                 name.en, tonnes_en(mass), chain.legs[run.position].seq, day),
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

void long_hauls(const World& world, const Figures& figures, Flags& flags) {
  for (const TruckRun& run : figures.runs) {
    const Chain& chain = world.chains[run.chain];
    const Tonnes mass = figures.masses.tonnes(chain.flow, When::base) * chain.base_share;
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

}  // namespace

void road_flags(const World& world, const Figures& figures, Flags& flags) {
  roadless_runs(world, figures, flags);
  roadless_through(world, flags);
  long_hauls(world, figures, flags);
}

}  // namespace railshift::analysis::look
