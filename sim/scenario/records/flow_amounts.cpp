#include "sim/scenario/records/flow_amounts.hpp"

#include <algorithm>

#include "sim/rules/goods/flow_rates.hpp"

namespace railshift::scenario {
namespace {

std::optional<rules::Side> side_of(const World& world, const rules::SideAmounts& amounts, const Flow& flow) {
  switch (flow.rule) {
    case FlowRule::push:
    case FlowRule::rest_out:
      return rules::sent_side(world, flow);
    case FlowRule::pull:
    case FlowRule::rest_in:
      return rules::received_side(world, amounts, flow);
    case FlowRule::fixed:
      break;
  }
  return std::nullopt;
}

bool is_rest(const Flow& flow) { return flow.rule == FlowRule::rest_out || flow.rule == FlowRule::rest_in; }

}  // namespace

std::vector<double> flow_tonnes(const World& world, int year) {
  std::vector<double> out(world.flows.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const rules::FlowRates rates = rules::flow_rates(world, make_month(year, m));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += rates.of_flow[i].value / 12.0;
  }
  return out;
}

std::optional<double> free_side(const World& world, Id<Flow> id, int year) {
  const Flow& flow = world.flows[id];
  if (flow.rule != FlowRule::push && flow.rule != FlowRule::pull) return std::nullopt;
  double sum = 0.0;
  for (int m = 1; m <= 12; ++m) {
    const rules::SideAmounts amounts = rules::side_amounts(world, make_month(year, m));
    const auto side = side_of(world, amounts, flow);
    if (!side || amounts.count(*side) == 0) return std::nullopt;
    const bool taken = std::any_of(world.flows.begin(), world.flows.end(),
                                   [&](const Flow& other) { return is_rest(other) && side_of(world, amounts, other) == side; });
    if (!taken) return std::nullopt;
    sum += amounts.at(*side).value / 12.0;
  }
  return sum;
}

}  // namespace railshift::scenario
