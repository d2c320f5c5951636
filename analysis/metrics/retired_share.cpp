/// 锁定基数 - the share of a base stock that has left since its snapshot: `retired_share` whatever the cause, `retired_by_order_share` by
/// orders on a frozen base alone (docs/decisions/frozen-base-leavers.md).
/// Two kinds of rows. Without `basis`: the base of the order in force (of several on the same trucks, the one that began last), truck by
/// truck, by month and year. With `basis` = the day at whose end the base was counted: the same for the bases of orders, and for the stock
/// of every segment and standard at the end of June and December from the register's books alone, so that a run without the order has a
/// figure too (there, trucks of the standard that joined after the snapshot cannot be told from those of the base).
#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "analysis/metrics/families.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/frozen_base.hpp"

namespace railshift::analysis {
namespace {

/// One base: whose trucks, counted at the end of which day ("" = the order in force).
struct BaseKey {
  Period period;
  Id<Segment> segment;
  Standard standard;
  std::string powertrain;  ///< "" = all
  std::string basis;
  auto operator<=>(const BaseKey&) const = default;
};
struct Retired {
  std::int64_t left = 0;
  std::int64_t base = 0;
  Date order_from;
  std::optional<std::int64_t> by_order{};  ///< of `left`; only the base of an order knows
};
using RetiredTable = std::map<BaseKey, Retired>;

std::string base_day(Month snapshot) { return to_string(first_day(snapshot) - 1); }

void add_orders(const Gauge& gauge, RetiredTable& table) {
  const World& world = gauge.world();
  for (const ledger::FrozenBaseRow& row : gauge.ledger().frozen_bases) {
    const auto id = world.measures.find(row.tally.measure);
    if (!id || row.tally.base <= 0 || !gauge.reported(row.month)) continue;
    const Measure& measure = world.measures[*id];
    const auto* order = policy::as<FrozenBaseOrder>(measure);
    if (order == nullptr || row.month < rules::snapshot_month(order->base_date)) continue;
    const Retired retired{row.tally.left_total, row.tally.base, measure.from, row.tally.left_by_order};
    const std::string powertrain{order->powertrain ? to_text(*order->powertrain) : ""};
    for (const Period period : {month_period(row.month), year_period(row.month)}) {
      if (period.is_year() && row.month.number() != 12) continue;
      Retired& latest = table[{period, order->segment, order->standard, powertrain, ""}];
      if (latest.base == 0 || latest.order_from <= measure.from) latest = retired;
      if (period.is_year())
        table[{period, order->segment, order->standard, powertrain, base_day(rules::snapshot_month(order->base_date))}] = retired;
    }
  }
}

struct CellMonth {
  std::int64_t open = 0;
  std::int64_t left = 0;
};
using CohortBooks = std::map<std::pair<Id<Segment>, Standard>, std::map<Month, CellMonth>>;

CohortBooks read_cohorts(const Gauge& gauge) {
  CohortBooks books;
  for (const ledger::RegisterFoldRow& row : gauge.ledger().registers) {
    const RegisterTally& tally = row.tally;
    if (!gauge.reported(row.month) || tally.access.standard == Standard::zero_exhaust) continue;
    CellMonth& cell = books[{tally.segment, tally.access.standard}][row.month];
    cell.open += tally.open;
    cell.left += std::accumulate(tally.left.begin(), tally.left.end(), std::int64_t{0});
  }
  return books;
}

/// Bases of the register's books; a base that an order has counted truck by truck stays as it is.
void add_books(const Gauge& gauge, RetiredTable& table) {
  for (const auto& [cell, months] : read_cohorts(gauge)) {
    for (const auto& [snapshot, first] : months) {
      if (first.open <= 0 || (snapshot.number() != 1 && snapshot.number() != 7)) continue;
      std::int64_t left = 0;
      for (Month m = snapshot; m < gauge.end(); m = m + 1) {
        const auto found = months.find(m);
        if (found != months.end()) left += found->second.left;
        if (m.number() != 12) continue;
        table.try_emplace({year_period(m), cell.first, cell.second, "", base_day(snapshot)},
                          Retired{std::min(left, first.open), first.open, {}});
      }
    }
  }
}

}  // namespace

void add_retired_share(const Gauge& gauge, MetricTable& table) {
  RetiredTable retired;
  add_orders(gauge, retired);
  add_books(gauge, retired);
  for (const auto& [key, found] : retired) {
    const auto add = [&, &of = key, &found = found](std::string_view metric, std::int64_t left) {
      const Share share{static_cast<double>(left), static_cast<double>(found.base)};
      MetricRow row = gauge.share_row(metric, of.period, share, Standing::derived_from_assumed);
      row.segment = gauge.world().segments[of.segment].id;
      row.standard = to_text(of.standard);
      row.powertrain = of.powertrain;
      row.basis = of.basis;
      table.push_back(std::move(row));
    };
    add("retired_share", found.left);
    if (found.by_order) add("retired_by_order_share", *found.by_order);
  }
}

}  // namespace railshift::analysis
