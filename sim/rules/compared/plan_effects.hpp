#pragma once
/// What steps of capacity and orders of precedence did to the plan of a month: the plan is worked out once more without each of them.
#include <cstdint>
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::rules {

/// acceptance_changed, kg, of every such measure that is in force in the month. A rail chain is let on what is planned on it and what is
/// let on of what waited. in_scope: what asked, or was let on, on the rail chains that use what a step names; on those of goods that a
/// priority names; on those over sections with background trains, if these have a rank by it. acted and changed: the sum of differences of
/// what they are let on, with and without the measure. `waiting` as in plan_month; `plan` is the month's.
[[nodiscard]] std::vector<policy::Effect> plan_effects(const PricedMonth& priced, const std::vector<std::int64_t>& waiting,
                                                       const MonthPlan& plan);

}  // namespace railshift::rules
