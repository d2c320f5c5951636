#include "analysis/look/figures/balances.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/stated_sides.hpp"

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

/// Rows and base-year rates by side, added up month by month.
struct Sides {
  std::map<rules::Side, BalanceRow> rows;
  std::map<rules::Side, Rates> base_rates;

  BalanceRow& add(const rules::BalanceLine& line, When when, int month) {
    const rules::Side side{line.site, line.output ? rules::SideKind::output : rules::SideKind::need, line.commodity};
    BalanceRow& row = rows[side];
    if (when == When::base) base_rates[side][static_cast<std::size_t>(month) - 1] = to_tonnes(line.made_or_needed).value;
    row.made.at(when) += to_tonnes(line.made_or_needed) / kMonths;
    row.moved.at(when) += to_tonnes(line.sent_or_received) / kMonths;
    return row;
  }
};

Sides sides_of(const World& world, const Masses& masses) {
  const rules::StatedSides stated(world);
  Sides sides;
  for (const When when : kWhens) {
    for (int m = 1; m <= 12; ++m) {
      for (const rules::BalanceLine& line : rules::balances(world, make_month(masses.year.at(when), m))) {
        if (world.sites[line.site].outside()) continue;
        sides.add(line, when, m).stated = stated.has(line);
      }
    }
  }
  return sides;
}

}  // namespace

std::vector<BalanceRow> balance_rows(const World& world, const Masses& masses) {
  Sides sides = sides_of(world, masses);
  std::vector<BalanceRow> out;
  for (auto& [side, row] : sides.rows) {
    row.site = side.site;
    row.side = side.kind;
    row.goods = side.key;
    if (row.side == rules::SideKind::output && row.stated && row.made.base > Tonnes{}) {
      row.pile_days = pile_tonnes(world, masses, row, sides.base_rates[side]) / row.made.base.value * kDaysAYear;
    }
    out.push_back(row);
  }
  return out;
}

}  // namespace railshift::analysis::look
