#pragma once
/// The nested logit behind wishes and re-splits, and its inversion.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/rules/month_plan.hpp"

namespace railshift::rules {

enum class Nest : std::uint8_t { road, rail };

/// One alternative of a choice: where it stands among the flow's chains, and its utility.
struct Alternative {
  std::size_t position = 0;
  Nest nest = Nest::road;
  double utility = 0.0;
};

/// Shares by position of `alternatives`: within a nest by exp(V / scale), between nests by exp(scale x ln sum exp(V / scale)).
[[nodiscard]] std::vector<double> nested_logit(const std::vector<Alternative>& alternatives, double scale);

/// cost coefficient x generalised cost + constant
[[nodiscard]] double utility_of(const World& world, const Choice& choice, Id<Chain> chain, const MonthBook& book, Month month);

[[nodiscard]] Nest nest_of(const Chain& chain);

/// Where a flow's tonnes stand when nothing can carry them, by position: its first truck-only chain, else the chain of highest utility.
[[nodiscard]] std::size_t waiting_position(const World& world, const Choice& choice, Id<Flow> flow, const MonthBook& book, Month month);

/// Chains with a base share whose flow asked in the base year for more than its sidings, tracks or sections could take.
[[nodiscard]] std::vector<Id<Chain>> at_capacity_in_base_year(const World& world);

}  // namespace railshift::rules
