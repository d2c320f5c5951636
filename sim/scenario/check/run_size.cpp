#include "sim/scenario/check/run_size.hpp"

#include <algorithm>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::scenario {
namespace {

/// bench/RESULTS.md measures 0.7 to 1.4 microseconds a load; a slow machine and long queues take some times as long.
constexpr double kSecondsALoad = 6e-6, kSecondsATrain = 1e-4, kSecondsATruckMonth = 4e-7, kSecondsToStart = 20.0;
/// The loads of a month stand in memory with their records, trucks with their lives.
constexpr double kBytesALoadOfAMonth = 400.0, kBytesATruck = 400.0, kMebibytesToStart = 250.0, kMebibyte = 1048576.0;

/// Tonnes of the lightest train that a chain of the flow runs; nothing if none goes by rail.
double lightest_train(const World& world, const Flow& flow) {
  double least = 0.0;
  for (const Id<Chain> id : world.chains_of(world.flows.id_of(flow))) {
    for (const auto& siding : {rules::loading_siding(world, world.chains[id]), rules::unloading_siding(world, world.chains[id])}) {
      if (!siding) continue;
      const double train = to_tonnes(world.sidings[*siding].train_load).value;
      least = least > 0.0 ? std::min(least, train) : train;
    }
  }
  return least;
}

}  // namespace

double RunSize::seconds() const {
  return kSecondsToStart + kSecondsALoad * loads + kSecondsATrain * trains + kSecondsATruckMonth * trucks * months;
}

double RunSize::mebibytes() const {
  const double of_month = months > 0.0 ? loads / months : 0.0;
  return kMebibytesToStart + (kBytesALoadOfAMonth * of_month + kBytesATruck * trucks) / kMebibyte;
}

RunSize run_size(const World& world) {
  RunSize size;
  const Month first = month_of(world.settings.start), last = month_of(world.settings.end - 1);
  size.months = static_cast<double>(last - first) + 1.0 + world.settings.warmup_months + 12.0;
  const rules::FlowRates early = rules::flow_rates(world, first), late = rules::flow_rates(world, last);
  double most = -1.0;
  for (const Flow& flow : world.flows) {
    const std::uint32_t f = world.flows.id_of(flow).index;
    const double tonnes = std::max(early.of_flow[f].value, late.of_flow[f].value) / 12.0 * size.months;
    const bool one_by_one = world.truck_classes[flow.truck_class].simulate == Simulate::individual;
    const double loads = one_by_one ? tonnes / to_tonnes(flow.payload).value : 0.0;
    const double train = lightest_train(world, flow), trains = train > 0.0 ? tonnes / train : 0.0;
    size.loads += loads;
    size.trains += trains;
    if (loads + trains <= most) continue;
    most = loads + trains;
    size.largest = Id<Flow>{f};
  }
  for (const RegisterRow& row : world.register_rows) size.trucks += row.count;
  for (const Pool& pool : world.pools) size.trucks += pool.trucks.value_or(0);
  return size;
}

}  // namespace railshift::scenario
