#include "sim/scenario/check/check_mileage.hpp"

#include <cmath>
#include <vector>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/roads/road_routes.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::scenario {
namespace {

bool is_counted(const World& world, const Flow& flow) { return world.truck_classes[flow.truck_class].simulate == Simulate::count; }

bool ends_inside(const World& world, const std::optional<Id<Node>>& node, Id<Site> site) {
  if (!node) return !world.sites[site].outside();
  return !world.nodes[*node].county.empty() || *node == world.sites[site].node;
}

/// Whether trucks of the register run this leg in a run.
bool runs(const World& world, const Chain& chain, const Leg& leg) {
  const Flow& flow = world.flows[chain.flow];
  if (leg.mode != Mode::truck || rules::has_stated_pool(world, chain.flow)) return false;
  if (is_counted(world, flow)) return chain.main_mode() == Mode::truck;
  return ends_inside(world, leg.from_node, flow.origin) || ends_inside(world, leg.to_node, flow.destination);
}

/// Kilometres of a year at base shares, by segment.
std::vector<double> asked_km(const World& world) {
  std::vector<double> tonnes(world.flows.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(world.settings.base_year, m);
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (std::uint32_t f = 0; f < tonnes.size(); ++f) tonnes[f] += to_tonnes(rules::month_mass(world, rates, Id<Flow>{f}, month)).value;
  }
  const rules::RoadMap roads(world, rules::regime_on(world, world.settings.start));
  std::vector<double> km(world.segments.size(), 0.0);
  for (const Chain& chain : world.chains) {
    const Flow& flow = world.flows[chain.flow];
    const double loads = tonnes[chain.flow.index] * chain.base_share / to_tonnes(flow.payload).value;
    for (const Leg& leg : chain.legs) {
      if (loads <= 0.0 || !runs(world, chain, leg)) continue;
      if (const auto way = roads.of_leg(chain, leg))
        km[rules::segment_of_flow(world, chain.flow).index] += 2.0 * loads * static_cast<double>(way->metres()) / 1000.0;
    }
  }
  return km;
}

/// What the mileage table gives in the base year to the local trucks of a segment outside of pools of stated size.
std::vector<double> given_km(const World& world) {
  std::vector<double> km(world.segments.size(), 0.0);
  std::vector<std::int64_t> trucks(world.segments.size(), 0);
  for (const RegisterRow& row : world.register_rows) {
    if (row.owner != Owner::local) continue;
    trucks[row.segment.index] += row.count;
    for (const Mileage& mileage : world.mileage) {
      if (mileage.vehicle_type != row.vehicle_type) continue;
      const int age = std::max(0, world.settings.base_year - row.registered_year);
      km[row.segment.index] += static_cast<double>(row.count) * mileage.new_truck_per_year.value * std::exp(-mileage.decay_per_year * age);
    }
  }
  for (const Segment& segment : world.segments) {
    const Id<Segment> id = world.segments.id_of(segment);
    const std::int64_t stated = rules::stated_trucks(world, id), all = trucks[id.index];
    if (stated > 0) km[id.index] *= all > stated ? static_cast<double>(all - stated) / static_cast<double>(all) : 0.0;
  }
  return km;
}

}  // namespace

void check_mileage(const Sources& s, Decoder& decoder) {
  const std::vector<double> asked = asked_km(s.world), given = given_km(s.world);
  std::vector<bool> said(asked.size(), false);
  for (const ReadRow<RegisterRow>& read : s.rows.register_rows) {
    const std::uint32_t segment = read.row.segment.index;
    if (asked[segment] <= given[segment] || said[segment]) continue;
    said[segment] = true;
    decoder.problem(
        s.raw.at("register").cell(*read.raw, "count").place,
        both("按 mileage.csv，车队“{}”一年可行驶 {:.0f} 公里，而按基年比例各货流需要 {:.0f} 公里",
             "trucks of segment \"{}\" can drive {:.0f} km a year by mileage.csv, the flows need {:.0f} km at base shares",
             s.world.segments[read.row.segment].id, given[segment], asked[segment]),
        {"在册车辆跑完各货流之后，还要有里程用于其他作业", "registered trucks drive the flows and have kilometres left for other work"},
        {"调高 count（辆数）或 new_truck_km_per_year（新车年里程），或核对各货流的载质量、吨数和基年比例",
         "raise count or new_truck_km_per_year, or look at payloads, tonnes and base shares of the flows"});
  }
}

}  // namespace railshift::scenario
