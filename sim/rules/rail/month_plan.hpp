#pragma once
/// The month as the railway works it: wishes, request, acceptance, re-split. Pure: world, book, month -> plan.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/reason.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/choice.hpp"

namespace railshift::rules {

/// kg by chain and by reason.
struct FlowPlan {
  Id<Flow> flow;
  Kilograms offered;
  /// By position in chains_of(flow). wished and planned each sum to offered. requested and accepted are of rail chains only (承认率 is
  /// their ratio): requested = wished, accepted = what the first acceptance gives; planned adds what the re-split and the road take.
  std::vector<std::int64_t> wished, requested, accepted, planned;
  std::array<std::int64_t, kReasons> reasons{};  ///< sum = planned by truck-only chains
};
struct MonthPlan {
  std::vector<FlowPlan> flows;  ///< by flow index
  /// Capacity and request of every siding, loading-track group and section direction: for the report and elasticities. `accepted` counts
  /// both acceptances. A section counts slots; its capacity in kg is at the mean train load of what was requested.
  struct Limit {
    std::string what;
    std::int64_t capacity_kg;
    std::int64_t requested_kg;
    std::int64_t accepted_kg;
  };
  std::vector<Limit> limits;
};

/// `offered` kg by flow index (with what is carried over). Capacity net of background by weighted max-min (equal weights within a priority
/// class); what was not accepted is split again over the other open chains, up to their remaining capacity, the rest by road; a flow
/// without any road chain keeps its refused tonnes on its best chain and they wait.
[[nodiscard]] MonthPlan plan_month(const World& world, const Choice& choice, const std::vector<Kilograms>& offered, const MonthBook& book,
                                   Month month);

}  // namespace railshift::rules
