#include "sim/engine/site_stocks.hpp"

#include <algorithm>
#include <optional>

#include "sim/engine/base/wide.hpp"
#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::engine {
namespace {

std::int64_t share_of_year(Kilograms per_year, Month month) {
  return static_cast<std::int64_t>(static_cast<Wide>(per_year.value) * days_in(month) / days_in_year(month.year()));
}

std::optional<Id<Commodity>> label_of(const World& world, const std::string& commodity) {
  if (const auto exact = world.commodities.find(commodity)) return exact;
  for (const Commodity& c : world.commodities) {
    if (c.need_group == commodity) return world.commodities.id_of(c);
  }
  return std::nullopt;
}

bool keeps_stock(const World& world, const rules::BalanceLine& line) {
  const SiteKind kind = world.sites[line.site].kind;
  return line.output || kind == SiteKind::power_plant || kind == SiteKind::heat_plant;
}

/// A stockyard keeps its own account, event by event.
bool has_stockyard(const World& world, const rules::BalanceLine& line, Id<Commodity> commodity) {
  const StockSide side = line.output ? StockSide::out : StockSide::in;
  return std::any_of(world.stockyards.begin(), world.stockyards.end(),
                     [&](const Stockyard& y) { return y.site == line.site && y.side == side && y.commodity == commodity; });
}

std::int64_t made_or_needed(const std::vector<rules::BalanceLine>& lines, Id<Site> site, const std::string& commodity, bool output) {
  for (const rules::BalanceLine& line : lines) {
    if (line.site == site && line.commodity == commodity && line.output == output) return line.made_or_needed.value;
  }
  return 0;
}

}  // namespace

SiteStocks::SiteStocks(const LiveWorld& live) : world_(live) {
  const World& world = world_.now();
  const Month first = make_month(world.settings.base_year, 1);
  const double days = world.parameter("stock.power_days", world.settings.start);
  for (const rules::BalanceLine& line : rules::balances(world, first)) {
    const auto label = label_of(world, line.commodity);
    if (!label || !keeps_stock(world, line) || has_stockyard(world, line, *label)) continue;
    Stock stock{line.site, line.commodity, line.output, *label, {}, 0};
    stock.flows = flows_of(stock);
    stock.kg = line.output ? base_year_deficit(stock)
                           : static_cast<std::int64_t>(static_cast<double>(line.made_or_needed.value) * days / kDaysAYear);
    stocks_.push_back(std::move(stock));
  }
}

std::vector<Id<Flow>> SiteStocks::flows_of(const Stock& stock) const {
  std::vector<Id<Flow>> flows;
  for (const Flow& flow : world_->flows) {
    const Commodity& goods = world_->commodities[flow.commodity];
    const bool same = goods.id == stock.commodity || (!stock.output && goods.need_group == stock.commodity);
    if (same && (stock.output ? flow.origin : flow.destination) == stock.site) flows.push_back(world_->flows.id_of(flow));
  }
  return flows;
}

std::int64_t SiteStocks::base_year_deficit(const Stock& stock) const {
  std::int64_t level = 0;
  std::int64_t lowest = 0;
  for (int m = 1; m <= 12; ++m) {
    const Month month = make_month(world_->settings.base_year, m);
    const rules::FlowRates rates = rules::flow_rates(world_.now(), month);
    level += share_of_year(Kilograms{made_or_needed(rules::balances(world_.now(), month), stock.site, stock.commodity, true)}, month);
    for (const Id<Flow> flow : stock.flows) level -= rules::month_mass(world_.now(), rates, flow, month).value;
    lowest = std::min(lowest, level);
  }
  return -lowest;
}

void SiteStocks::end_month(Month month, const Accounts& accounts, ledger::Ledger& out) {
  const std::vector<rules::BalanceLine> lines = rules::balances(world_.now(), month);
  for (Stock& stock : stocks_) {
    ledger::StockRow row;
    row.month = month;
    row.kind = stock.output ? ledger::StockKind::site_out : ledger::StockKind::site_in;
    row.place = stock.site.index;
    row.commodity = stock.label;
    row.open_kg = stock.kg;
    std::int64_t wanted = 0;
    if (stock.output) {
      row.in_kg = share_of_year(Kilograms{made_or_needed(lines, stock.site, stock.commodity, true)}, month);
      for (const Id<Flow> flow : stock.flows) wanted += accounts.offered()[flow.index];
    } else {
      for (const Id<Flow> flow : stock.flows) {
        row.in_kg += accounts.delivered(flow);
        wanted += accounts.offered()[flow.index];
      }
    }
    row.out_kg = std::min(wanted, row.open_kg + row.in_kg);
    row.short_kg = wanted - row.out_kg;
    row.close_kg = row.open_kg + row.in_kg - row.out_kg;
    stock.kg = row.close_kg;
    out.stocks.push_back(row);
  }
}

}  // namespace railshift::engine
