#pragma once
/// The flow system of one month: pushes, pulls and fixed flows first, then rests in the order in which they depend on each other.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/site_balance.hpp"

namespace railshift::rules {

struct SolverFault {
  enum class Kind : std::uint8_t { no_balance, shares_over_one, cycle, negative_rest };
  Id<Flow> flow;
  Kind kind = Kind::no_balance;
  Words what;
};

struct FlowSolution {
  SideAmounts amounts;
  FlowRates rates;
  std::vector<std::optional<Side>> sent;      ///< by flow index; nothing: outside
  std::vector<std::optional<Side>> received;  ///< by flow index; nothing: outside
  std::vector<SolverFault> faults;
};

/// Rests of one side take what all other flows of that side leave: a rest_in that empties an output counts there before the rest_outs of
/// that output, a rest_out that fills a need before the rest_ins of that need. Rests that wait for each other are a cycle: rate 0 and a
/// fault.
[[nodiscard]] FlowSolution solve_flows(const World& world, Month month, const Ignored& ignored = {});

}  // namespace railshift::rules
