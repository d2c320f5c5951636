#include "analysis/operations/stock_figures.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/operations/operations.hpp"

namespace railshift::analysis {
namespace {

using ledger::StockKind;
using StockKey = std::tuple<StockKind, std::uint32_t, std::uint32_t, std::string>;

/// What the months of one stock come to; months come in order.
struct StockSum {
  ledger::StockRow row;
  std::int64_t days = 0;

  void add(const ledger::StockRow& r) {
    if (days == 0) row.open_kg = r.open_kg;
    days += days_in(r.month);
    row.in_kg += r.in_kg;
    row.out_kg += r.out_kg;
    row.close_kg = r.close_kg;
    row.short_kg += r.short_kg;
    row.stopped_ticks += r.stopped_ticks;
  }
};

/// The stockyard that a row is about; a site's other stocks have none.
const Stockyard* yard_of(const World& world, const StockKey& key) {
  for (const Stockyard& yard : world.stockyards) {
    const StockKind kind = yard.side == StockSide::in ? StockKind::site_in : StockKind::site_out;
    if (kind == std::get<0>(key) && yard.site.index == std::get<1>(key) && yard.commodity.index == std::get<2>(key)) return &yard;
  }
  return nullptr;
}

StockFigures figures_of(const World& world, const StockKey& key, const StockSum& sum) {
  const auto tonnes = [](std::int64_t kg) { return static_cast<double>(kg) / 1000.0; };
  const Stockyard* yard = yard_of(world, key);
  StockFigures f;
  std::tie(f.kind, f.place, f.commodity.index, f.period) = key;
  f.days = static_cast<double>(sum.days);
  f.open_t = tonnes(sum.row.open_kg);
  f.in_t = tonnes(sum.row.in_kg);
  f.out_t = tonnes(sum.row.out_kg);
  f.close_t = tonnes(sum.row.close_kg);
  f.short_t = tonnes(sum.row.short_kg);
  // In a yard that makes, what is short was not made: nobody asked for it.
  const bool was_wanted = yard == nullptr || yard->side == StockSide::in;
  const double a_day = (f.out_t + (was_wanted ? f.short_t : 0.0)) / f.days;
  if (yard != nullptr)
    f.short_days = hours_from_ticks(sum.row.stopped_ticks) / 24.0;
  else if (a_day > 0.0)
    f.short_days = f.short_t / a_day;
  if (a_day > 0.0) f.cover_days = f.close_t / a_day;
  return f;
}

}  // namespace

std::vector<StockFigures> stock_figures(const World& world, const ledger::Ledger& ledger) {
  const auto is_site_out = [](const ledger::StockRow& row) { return row.kind == StockKind::site_out; };
  std::set<std::pair<std::uint32_t, std::uint32_t>> made;  // by site and commodity
  for (const ledger::StockRow& row : ledger.stocks) {
    if (is_site_out(row) && row.in_kg > 0) made.insert({row.place, row.commodity.index});
  }
  std::map<StockKey, StockSum> sums;
  for (const ledger::StockRow& row : ledger.stocks) {
    if (is_site_out(row) && !made.contains({row.place, row.commodity.index})) continue;
    for (const std::string& period : periods_of(row.month)) sums[{row.kind, row.place, row.commodity.index, period}].add(row);
  }
  std::vector<StockFigures> out;
  for (const auto& [key, sum] : sums) out.push_back(figures_of(world, key, sum));
  return out;
}

}  // namespace railshift::analysis
