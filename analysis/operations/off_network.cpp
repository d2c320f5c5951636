#include "analysis/operations/off_network.hpp"

#include <algorithm>

namespace railshift::analysis {
namespace {

double km_of_a_load(const Chain& chain) {
  double km = 0.0;
  for (const Leg& leg : chain.legs) km += leg.off_network ? leg.off_network->value : 0.0;
  return km;
}

}  // namespace

std::optional<OffNetwork> off_network(const World& world, const ledger::Ledger& ledger) {
  if (std::none_of(world.chains.begin(), world.chains.end(), [](const Chain& chain) { return km_of_a_load(chain) > 0.0; }))
    return std::nullopt;
  const Month start = month_of(world.settings.start);
  std::optional<OffNetwork> sum;
  for (const ledger::ChainRow& row : ledger.chains) {
    if (row.month < start) continue;
    if (!sum) sum = OffNetwork{0.0, row.month, row.month};
    sum->first = std::min(sum->first, row.month);
    sum->last = std::max(sum->last, row.month);
    const Chain& chain = world.chains[row.chain];
    sum->km += static_cast<double>(row.delivered_kg) / static_cast<double>(world.flows[chain.flow].payload.value) * km_of_a_load(chain);
  }
  return sum;
}

}  // namespace railshift::analysis
