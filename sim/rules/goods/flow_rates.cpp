#include "sim/rules/goods/flow_rates.hpp"

#include <algorithm>

#include "sim/core/both.hpp"
#include "sim/rules/goods/flow_solver.hpp"

namespace railshift::rules {

FlowRates flow_rates(const World& world, Month month, const Ignored& ignored) { return solve_flows(world, month, ignored).rates; }

Kilograms month_mass(const GoodsWorld& world, const FlowRates& rates, Id<Flow> flow, Month month) {
  const double share = world.profiles[world.flows[flow].profile].share(month);
  return std::max(Kilograms{0}, to_kilograms(Tonnes{rates.of_flow[flow.index].value * share}));
}

std::vector<BalanceLine> balances(const World& world, Month month) {
  const FlowSolution solved = solve_flows(world, month);
  std::map<Side, double> moved;
  for (std::size_t i = 0; i < world.flows.size(); ++i) {
    const double rate = solved.rates.of_flow[i].value;
    for (const auto& side : {solved.sent[i], solved.received[i]}) {
      if (side) moved[*side] += rate;
    }
  }
  for (const auto& [side, amount] : solved.amounts) moved.emplace(side, 0.0);
  std::vector<BalanceLine> lines;
  for (const auto& [side, t_per_year] : moved) {
    const auto found = solved.amounts.find(side);
    const double amount = found == solved.amounts.end() ? 0.0 : found->second.value;
    const Kilograms whole = to_kilograms(Tonnes{amount});
    // The residual is rounded, not its two parts: equal rates must never show a kilogram between them.
    const Kilograms residual = to_kilograms(Tonnes{amount - t_per_year});
    lines.push_back({side.site, side.key, side.kind == SideKind::output, whole, whole - residual});
  }
  return lines;
}

std::vector<FlowFault> flow_faults(const World& world) {
  std::map<std::pair<Id<Flow>, SolverFault::Kind>, Words> first_seen;
  const Month last = month_of(world.settings.end - 1);
  for (Month month = month_of(world.settings.start); month <= last; month = month + 1) {
    for (const SolverFault& fault : solve_flows(world, month).faults) {
      first_seen.try_emplace({fault.flow, fault.kind}, both("{}（从 {} 起）", "{} (from {})", fault.what, to_string(month)));
    }
  }
  std::vector<FlowFault> faults;
  for (auto& [key, what] : first_seen) faults.push_back({key.first, std::move(what)});
  return faults;
}

}  // namespace railshift::rules
