/// What the railway accepted of what was asked of it, and what its trains brought of what was given to them. All goods, of whole years.
/// rail_accepted_share (承认率) = accepted / requested in the first acceptance, wishes of the month alone. rail_fulfilled_share (兑现率) =
/// delivered / (delivered + spilled): of the goods that a rail chain was done with in the year, those that trains brought; what is still
/// waiting or on its way at the end of the year is of the next one.
#include <map>
#include <tuple>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/standings.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::analysis {
namespace {

struct Accepted {
  std::int64_t requested_kg = 0;
  std::int64_t accepted_kg = 0;
  std::int64_t delivered_kg = 0;
  std::int64_t spilled_kg = 0;
  void add(const ledger::ChainRow& row) {
    requested_kg += row.requested_kg;
    accepted_kg += row.accepted_kg;
    delivered_kg += row.delivered_kg;
    spilled_kg += row.spilled_kg;
  }
};

/// Year, commodity, haul class; empty: all.
using ClassKey = std::tuple<Period, std::string, std::string>;

std::map<ClassKey, Accepted> by_class(const Gauge& gauge) {
  const World& world = gauge.world();
  std::map<ClassKey, Accepted> sums;
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    const Chain& chain = world.chains[row.chain];
    if (!gauge.reported(row.month) || chain.main_mode() != Mode::rail) continue;
    const Period year = year_period(row.month);
    const std::string& goods = world.commodities[world.flows[chain.flow].commodity].id;
    const std::string haul(to_text(gauge.haul_classes()[chain.flow.index]));
    sums[{year, "", ""}].add(row);
    sums[{year, goods, ""}].add(row);
    sums[{year, "", haul}].add(row);
  }
  return sums;
}

}  // namespace

void add_accepted_shares(const Gauge& gauge, MetricTable& table) {
  const Standing standing = weakest({standing_of_goods(gauge.world()), standing_of_choice(gauge.world())});
  for (const auto& [key, sums] : by_class(gauge)) {
    const auto& [year, goods, haul] = key;
    const auto add = [&, &year = year, &goods = goods, &haul = haul](const char* metric, std::int64_t part, std::int64_t whole) {
      if (whole == 0) return;
      MetricRow row = gauge.share_row(metric, year, {tonnes_of(part), tonnes_of(whole)}, standing);
      row.commodity = goods;
      row.haul_class = haul;
      table.push_back(std::move(row));
    };
    add("rail_accepted_share", sums.accepted_kg, sums.requested_kg);
    add("rail_fulfilled_share", sums.delivered_kg, sums.delivered_kg + sums.spilled_kg);
  }
}

}  // namespace railshift::analysis
