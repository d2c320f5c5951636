#include "sim/scenario/check/check_size.hpp"

#include <algorithm>

#include <fmt/format.h>

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
  const auto say = [&](const std::string& found, const std::string& rule) {
    const std::string id = s.world.flows[size.largest].id;
    decoder.problem(flows.place(id, "share_or_t"), fmt::format("{}, most of them of flow \"{}\"", found, id), rule,
                    "look at tonnes, payload_t and train_t: a unit may be wrong");
  };
  if (size.loads > kMostLoads)
    say(fmt::format("this would be {:.2g} loads in {:.0f} months", size.loads, size.months),
        fmt::format("a run has {:.0e} loads at most; this one would take some {:.1g} hours and {:.1g} GiB", kMostLoads,
                    size.seconds() / 3600.0, size.mebibytes() / 1024.0));
  if (size.trains > kMostTrains)
    say(fmt::format("this would be {:.2g} trains in {:.0f} months", size.trains, size.months),
        fmt::format("a run has {:.0e} trains at most", kMostTrains));
}

}  // namespace

void check_size(const Sources& s, Decoder& decoder) {
  if (s.world.flows.size() > kMostFlows)
    decoder.problem({s.raw.at("flows").file, 0, 0}, fmt::format("{} flows", s.world.flows.size()),
                    fmt::format("a scenario has {} flows at most", kMostFlows),
                    "merge flows of the same goods between neighbouring places");
  double stated = 0.0;
  for (const ReadRow<Pool>& read : s.rows.pools) {
    stated += read.row.trucks.value_or(0);
    if (stated <= kMostPoolTrucks) continue;
    decoder.problem(s.raw.at("pools").cell(*read.raw, "trucks").place, fmt::format("pools have {:.0f} trucks up to this row", stated),
                    fmt::format("all pools together have {:.0f} trucks at most", kMostPoolTrucks), "lower trucks");
    break;
  }
  if (s.world.flows.size() == 0 || s.world.flows.size() > kMostFlows) return;
  const RunSize size = run_size(s.world);
  check_counts(s, size, decoder);
  if (size.trucks > kMostTrucks)
    decoder.problem({s.raw.at("register").file, 0, 0}, fmt::format("the register has {:.0f} trucks", size.trucks),
                    fmt::format("a register has {:.0f} trucks at most", kMostTrucks), "look at count: a unit may be wrong");
}

}  // namespace railshift::scenario
