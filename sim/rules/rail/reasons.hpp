#pragma once
/// Why tonnes went by road: the first reason of the closed list that holds.
#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include "sim/rules/rail/month_plan.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::rules {

/// The reason of tonnes that limits refused; `several` if limits of more than one kind bound at once, so that none alone lets more through.
[[nodiscard]] Reason refusal_reason(const std::set<LimitKind>& bound_by);

/// What the acceptance of one rail chain refused, and what refused it.
struct Refusal {
  std::int64_t kg = 0;
  std::set<LimitKind> bound_by;
};

/// Tonnes that a flow sends by truck-only chains, by the step that put them there.
struct OnRoad {
  std::int64_t wished = 0;          ///< by the shippers' own wish
  std::int64_t not_contracted = 0;  ///< of them without a contract for some open chain that has a capacity
  std::int64_t refused = 0;         ///< left over when both acceptances were done
  std::vector<Refusal> refusals;    ///< of the flow's chains that ask, first acceptance
  std::set<Id<Chain>> cut_off{};    ///< chains of the flow whose truck legs find no open road
  std::set<Id<Chain>> nobodys{};    ///< open chains that nobody chose in the base year: not in the choice
};

/// Sums to wished + refused. Each reason is a limit that would move tonnes if it were wider alone: belts of the base year, whose capacity
/// is not known, are none, and where nobody chose what is open in the base year no price brings anybody to it (not_contracted). The refused
/// tonnes are laid on the refusals of the first acceptance in proportion to them.
[[nodiscard]] std::array<std::int64_t, kReasons> road_reasons(const World& world, Id<Flow> flow, Month month, const OnRoad& road);

}  // namespace railshift::rules
