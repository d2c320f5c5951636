#pragma once
/// Why shippers wish more or less by rail than base shares would give: the wishes of a month, with what differs from the base year let in
/// one cause after another.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "sim/rules/rail/choice.hpp"

namespace railshift::rules {

/// In the order in which they are let in. What a cause brings depends on those before it, the last one ends with the wishes of the plan.
enum class DriftCause : std::uint8_t {
  base_shares,  ///< this month's tonnes at base shares: what volume alone does
  openings,     ///< chains and roads that are open, contracts of new sidings
  prices,       ///< dated prices, value of time and coefficients
  delays,       ///< published delays of sidings and lines
  road_rates,   ///< scarcity of trucks
  duties        ///< prices on road tonnes of listed firms
};
inline constexpr int kDriftCauses = 6;
[[nodiscard]] std::string_view to_text(DriftCause cause);
[[nodiscard]] std::optional<DriftCause> drift_cause_from(std::string_view text);

/// Shares of the base year of the chains of a flow, in the order of World::chains_of.
[[nodiscard]] std::vector<double> base_shares(const World& world, Id<Flow> flow);

/// Rail wishes in kg with the causes up to and including each. `offered` and `book` as in plan_month; `base` is the state to which the
/// constants were fitted.
[[nodiscard]] std::array<std::int64_t, kDriftCauses> rail_wishes_by_cause(const World& world, const Choice& choice, const BaseState& base,
                                                                          const std::vector<Kilograms>& offered, const MonthBook& book,
                                                                          Month month);

}  // namespace railshift::rules
