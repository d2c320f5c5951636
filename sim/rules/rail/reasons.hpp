#pragma once
/// Why tonnes went by road: the first reason of the closed list that holds.
#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include "sim/rules/rail/month_plan.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::rules {

/// The reason of tonnes that limits refused; `several` if limits of more than one kind bound.
[[nodiscard]] Reason refusal_reason(const std::set<LimitKind>& bound_by);

/// What the acceptance of one rail chain refused, and what refused it.
struct Refusal {
  std::int64_t kg = 0;
  std::set<LimitKind> bound_by;
};

/// Tonnes that a flow sends by truck-only chains, by the step that put them there.
struct OnRoad {
  std::int64_t wished = 0;           ///< by the shippers' own wish
  std::int64_t not_contracted = 0;   ///< of them without a contract for some open rail chain
  std::int64_t refused = 0;          ///< left over when both acceptances were done
  std::vector<Refusal> refusals;     ///< of the flow's rail chains, first acceptance
  std::set<LimitKind> second_round;  ///< what refused again in the re-split
  std::set<Id<Chain>> cut_off{};     ///< chains of the flow whose truck legs find no open road
};

/// Sums to wished + refused. The refused tonnes are laid on the refusals in proportion to them.
[[nodiscard]] std::array<std::int64_t, kReasons> road_reasons(const World& world, Id<Flow> flow, Month month, const OnRoad& road);

}  // namespace railshift::rules
