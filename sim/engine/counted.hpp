#pragma once
/// Trips that cannot wait anywhere: light goods, spoil, waste and other flows of counted truck classes as monthly counts.
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/engine/base/waits_for.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::engine {

/// Road goods of a counted flow that no trip has taken: what fills no truck, and all of them in a month in which the register has no truck
/// of the segment, or no open road joins the ends.
struct CountedRest {
  std::int64_t kg = 0;
  std::optional<Tick> without_trucks;  ///< since the beginning of this month
  std::optional<Tick> without_road;    ///< no open road joins the ends of the flow, since the beginning of this month
};

/// By flow index; nothing where there is no road chain, or no open road for it.
using CountedRoutes = std::vector<std::optional<std::uint32_t>>;

/// Whether the trucks of a flow are counted by the month instead of simulated one by one.
[[nodiscard]] bool is_counted(const FleetWorld& world, const Flow& flow);
/// Whether the register has a truck that can carry this counted flow.
[[nodiscard]] bool has_counted_trucks(const FleetWorld& world, const Flow& flow, const Register& reg);

/// The road part of every counted flow in whole trips (rests carried in `rests` by flow), spread over the register's classes of the flow's
/// segment in proportion to their stock (largest remainder), loaded out and empty back. `begin`: of the month.
[[nodiscard]] std::vector<CountedTrips> counted_flows(const World& world, const rules::MonthPlan& plan, const Register& reg,
                                                      const CountedRoutes& routes, std::vector<CountedRest>& rests, Tick begin);

/// Counted flows whose goods wait for a truck of their segment, or for an open road, at `now`.
[[nodiscard]] std::vector<Unserved> counted_unserved(const World& world, const std::vector<CountedRest>& rests, Tick now);

/// Loaded route of each counted flow's road chain, on the roads of now.
[[nodiscard]] CountedRoutes counted_routes(const World& world, Roads& roads);

}  // namespace railshift::engine
