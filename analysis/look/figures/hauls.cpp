#include "analysis/look/figures/hauls.hpp"

#include <algorithm>

namespace railshift::analysis::look {

std::vector<HaulRow> haul_rows(const World& world, const Masses& masses, const std::vector<TruckRun>& runs) {
  std::vector<HaulRow> rows(world.commodities.size());
  std::vector<Kilometres> of_chain(world.chains.size());
  for (const TruckRun& run : runs) {
    if (run.whole_haul) of_chain[run.chain.index] += run.km;
  }
  for (const Chain& chain : world.chains) {
    if (chain.main_mode() != Mode::truck) continue;
    const Kilometres km = of_chain[world.chains.id_of(chain).index];
    const Tonnes tonnes = masses.tonnes(chain.flow, When::base) * chain.base_share;
    HaulRow& row = rows[world.flows[chain.flow].commodity.index];
    const auto band = std::upper_bound(kHaulBounds.begin(), kHaulBounds.end(), km.value) - kHaulBounds.begin();
    row.in_band[static_cast<std::size_t>(band)] += tonnes;
    row.total += tonnes;
    row.mean += km * tonnes.value;
  }
  for (std::uint32_t c = 0; c < rows.size(); ++c) {
    rows[c].commodity = Id<Commodity>{c};
    if (rows[c].total > Tonnes{}) rows[c].mean = rows[c].mean / rows[c].total.value;
  }
  std::erase_if(rows, [](const HaulRow& row) { return row.total <= Tonnes{}; });
  std::stable_sort(rows.begin(), rows.end(), [](const HaulRow& a, const HaulRow& b) { return a.total > b.total; });
  return rows;
}

}  // namespace railshift::analysis::look
