#include "sim/scenario/check/check_size.hpp"

#include <algorithm>

#include "sim/scenario/check/run_size.hpp"

namespace railshift::scenario {
namespace {

/// China moves some 40,000 Mt a year by road, which is about as many truckloads; a province a thirtieth of that.
constexpr double kMostLoads = 1e9;
constexpr double kMostTrains = 2e7;
/// China has some 33 million trucks, the largest province 3 million.
constexpr double kMostTrucks = 5e6;
/// Pool trucks have numbers of 19 bits in the calendar, and others join them.
constexpr double kMostPoolTrucks = 250'000;
/// Flows have numbers of 16 bits in the records of trips.
constexpr std::size_t kMostFlows = 65'535;

void check_counts(const Sources& s, const RunSize& size, Decoder& decoder) {
  const RawTable& flows = s.raw.at("flows");
  const auto say = [&](const Words& found, const Words& rule) {
    const std::string id = s.world.flows[size.largest].id;
    decoder.problem(flows.place(id, "share_or_t"), both("{}，以货流“{}”最多", "{}, most of them of flow \"{}\"", found, id), rule,
                    {"核对吨数、payload_t（载质量）和 train_t（列车净载）：单位可能有误",
                     "look at tonnes, payload_t and train_t: a unit may be wrong"});
  };
  if (size.loads > kMostLoads)
    say(both("{1:.0f} 个月共约 {2:.1f} 亿车次", "this would be {0:.2g} loads in {1:.0f} months", size.loads, size.months, size.loads / 1e8),
        both("一次运行最多 {3:.0f} 亿车次；本次约需 {1:.1f} 小时、{2:.1f} GiB 内存",
             "a run has {0:.0e} loads at most; this one would take some {1:.1g} hours and {2:.1g} GiB", kMostLoads, size.seconds() / 3600.0,
             size.mebibytes() / 1024.0, kMostLoads / 1e8));
  if (size.trains > kMostTrains)
    say(both("{1:.0f} 个月共约 {2:.0f} 万列", "this would be {0:.2g} trains in {1:.0f} months", size.trains, size.months,
             size.trains / 1e4),
        both("一次运行最多 {1:.0f} 万列", "a run has {0:.0e} trains at most", kMostTrains, kMostTrains / 1e4));
}

}  // namespace

void check_size(const Sources& s, Decoder& decoder) {
  if (s.world.flows.size() > kMostFlows)
    decoder.problem({s.raw.at("flows").file, 0, 0}, both("共 {} 个货流", "{} flows", s.world.flows.size()),
                    both("一个情景最多 {} 个货流", "a scenario has {} flows at most", kMostFlows),
                    {"把相邻地点之间同一货类的货流合并", "merge flows of the same goods between neighbouring places"});
  double stated = 0.0;
  for (const ReadRow<Pool>& read : s.rows.pools) {
    stated += read.row.trucks.value_or(0);
    if (stated <= kMostPoolTrucks) continue;
    decoder.problem(s.raw.at("pools").cell(*read.raw, "trucks").place,
                    both("到该行为止，车池共有 {:.0f} 辆车", "pools have {:.0f} trucks up to this row", stated),
                    both("全部车池最多 {:.0f} 辆车", "all pools together have {:.0f} trucks at most", kMostPoolTrucks),
                    {"调低 trucks（辆数）", "lower trucks"});
    break;
  }
  if (s.world.flows.size() == 0 || s.world.flows.size() > kMostFlows) return;
  const RunSize size = run_size(s.world);
  check_counts(s, size, decoder);
  if (size.trucks > kMostTrucks)
    decoder.problem({s.raw.at("register").file, 0, 0}, both("在册车辆共 {:.0f} 辆", "the register has {:.0f} trucks", size.trucks),
                    both("在册车辆最多 {:.0f} 辆", "a register has {:.0f} trucks at most", kMostTrucks),
                    {"核对 count（辆数）：单位可能有误", "look at count: a unit may be wrong"});
}

}  // namespace railshift::scenario
