// Tonnes of two years and the balances of sites: look.hpp.
#include <algorithm>
#include <map>

#include "analysis/look/look.hpp"
#include "sim/rules/flow_rates.hpp"
#include "sim/rules/stated_sides.hpp"

namespace railshift::analysis::look {
namespace {

constexpr double kMonths = 12.0;

/// Yearly rates of the months of the base year at which a side makes or needs goods.
using Rates = std::array<double, 12>;

/// Output made evenly over the days of each month, sent by the profiles: the largest amount by which what was sent is ahead.
double pile_tonnes(const World& world, const Masses& masses, const BalanceRow& row, const Rates& rates) {
  double level = 0.0;
  double lowest = 0.0;
  for (std::size_t m = 0; m < rates.size(); ++m) {
    const Month month = make_month(masses.year.base, static_cast<int>(m) + 1);
    level += rates[m] * days_in(month) / days_in_year(masses.year.base);
    for (const Flow& flow : world.flows) {
      if (flow.origin != row.site || world.commodities[flow.commodity].id != row.goods) continue;
      level -= to_tonnes(masses.of_flow.base[world.flows.id_of(flow).index][m]).value;
    }
    lowest = std::min(lowest, level);
  }
  return -lowest;
}

}  // namespace

Tonnes Masses::tonnes(Id<Flow> flow, When when) const {
  Kilograms sum;
  for (const Kilograms kg : of_flow.at(when)[flow.index]) sum += kg;
  return to_tonnes(sum);
}

Tonnes Masses::total(When when) const {
  Tonnes sum;
  for (std::uint32_t f = 0; f < of_flow.at(when).size(); ++f) sum += tonnes(Id<Flow>{f}, when);
  return sum;
}

Masses masses(const World& world) {
  Masses out;
  out.year = {world.settings.base_year, year_of(world.settings.end - 1)};
  for (const When when : kWhens) {
    auto& flows = out.of_flow.at(when);
    flows.resize(world.flows.size());
    for (int m = 0; m < 12; ++m) {
      const Month month = make_month(out.year.at(when), m + 1);
      const rules::FlowRates rates = rules::flow_rates(world, month);
      for (std::uint32_t f = 0; f < flows.size(); ++f) {
        flows[f][static_cast<std::size_t>(m)] = rules::month_mass(world, rates, Id<Flow>{f}, month);
      }
    }
  }
  return out;
}

std::vector<BalanceRow> balance_rows(const World& world, const Masses& masses) {
  const rules::StatedSides stated(world);
  std::map<rules::Side, BalanceRow> rows;
  std::map<rules::Side, Rates> base_rates;
  for (const When when : kWhens) {
    for (int m = 1; m <= 12; ++m) {
      for (const rules::BalanceLine& line : rules::balances(world, make_month(masses.year.at(when), m))) {
        if (world.sites[line.site].outside()) continue;
        const rules::Side side{line.site, line.output ? rules::SideKind::output : rules::SideKind::need, line.commodity};
        BalanceRow& row = rows[side];
        if (when == When::base) base_rates[side][static_cast<std::size_t>(m) - 1] = to_tonnes(line.made_or_needed).value;
        row.stated = stated.has(line);
        row.made.at(when) += to_tonnes(line.made_or_needed) / kMonths;
        row.moved.at(when) += to_tonnes(line.sent_or_received) / kMonths;
      }
    }
  }
  std::vector<BalanceRow> out;
  for (auto& [side, row] : rows) {
    row.site = side.site;
    row.side = side.kind;
    row.goods = side.key;
    if (row.side == rules::SideKind::output && row.stated && row.made.base > Tonnes{}) {
      row.pile_days = pile_tonnes(world, masses, row, base_rates[side]) / row.made.base.value * kDaysAYear;
    }
    out.push_back(row);
  }
  return out;
}

}  // namespace railshift::analysis::look
