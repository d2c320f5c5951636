#include "sim/rules/goods/site_balance.hpp"

#include <algorithm>

namespace railshift::rules {
namespace {

/// Gross rates of one commodity or need_group at one site.
struct Gross {
  double made = 0.0;
  double lost = 0.0;
  double used = 0.0;
};

void add(Gross& gross, IoRole role, double t_per_year) {
  switch (role) {
    case IoRole::in:
      gross.used += t_per_year;
      return;
    case IoRole::out:
      gross.made += t_per_year;
      return;
    case IoRole::loss:
      gross.lost += t_per_year;
      return;
  }
}

std::map<std::pair<Id<Site>, std::string>, Gross> gross_rates(const World& world, Month month, const Ignored& ignored) {
  std::map<std::pair<Id<Site>, std::string>, Gross> rates;
  const Date day = ruling_day(world, month);
  for (const Process& process : world.processes) {
    if (world.sites[process.site].outside()) continue;
    const double share = process_share(world, world.processes.id_of(process), month, ignored);
    const double driver = process.activity.in_year(month.year()).value * share;
    for (const ProcessIo& io : process.io) {
      add(rates[{process.site, io.commodity}], io.role, driver * io.t_per_t.on(day).value_or(0.0));
    }
  }
  return rates;
}

}  // namespace

Date ruling_day(const ValueWorld& world, Month month) { return std::max(first_day(month), world.settings.start); }

SideAmounts side_amounts(const World& world, Month month, const Ignored& ignored) {
  SideAmounts amounts;
  for (const auto& [where, gross] : gross_rates(world, month, ignored)) {
    const auto& [site, key] = where;
    // Losses take from the output alone: what a site loses of goods that it does not make is an error of its rows, not a need.
    const double output = std::max(0.0, gross.made - gross.lost);
    const double net = output - gross.used;
    if (gross.made > 0.0 || gross.lost > 0.0) amounts[{site, SideKind::output, key}] = TonnesPerYear{std::max(0.0, net)};
    if (gross.used > 0.0) amounts[{site, SideKind::need, key}] = TonnesPerYear{std::max(0.0, -net)};
  }
  return amounts;
}

std::optional<Side> sent_side(const GoodsWorld& world, const Flow& flow) {
  if (world.sites[flow.origin].outside()) return std::nullopt;
  return Side{flow.origin, SideKind::output, world.commodities[flow.commodity].id};
}

std::optional<Side> received_side(const GoodsWorld& world, const SideAmounts& amounts, const Flow& flow) {
  if (world.sites[flow.destination].outside()) return std::nullopt;
  const Commodity& commodity = world.commodities[flow.commodity];
  Side exact{flow.destination, SideKind::need, commodity.id};
  if (commodity.need_group.empty() || amounts.contains(exact)) return exact;
  return Side{flow.destination, SideKind::need, commodity.need_group};
}

}  // namespace railshift::rules
