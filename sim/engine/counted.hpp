#pragma once
/// Trips that cannot wait anywhere: light goods, spoil, waste and other flows of counted truck classes as monthly counts.
#include <vector>

#include "sim/engine/places/roads.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::engine {

/// The road part of every counted flow in whole trips (remainders carried in `remainder_kg` by flow), spread over the register's classes of
/// the flow's segment in proportion to their stock (largest remainder), loaded out and empty back.
[[nodiscard]] std::vector<CountedTrips> counted_flows(const World& world, const rules::MonthPlan& plan, const Register& reg,
                                                      const std::vector<std::uint32_t>& routes, std::vector<std::int64_t>& remainder_kg);

/// Loaded route of each counted flow's road chain, by flow index (0 where there is none).
[[nodiscard]] std::vector<std::uint32_t> counted_routes(const World& world, Roads& roads);

}  // namespace railshift::engine
