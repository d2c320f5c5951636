#pragma once
/// What the prices of rail duties do to the wishes of a month.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/rail/duty.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::rules {

/// wishes_priced, kg, of every duty in force. in_scope: bulk goods (none dangerous) that listed firms send or receive. acted: the part that
/// chooses among chains while a price of this duty stands on its road. changed: what is wished by other chains than it would be without
/// this duty, all else as it stands. Prices of several duties on one road add up, so the kilograms of one may be those of another too.
/// `book` holds the prices of the month; `offered` as in plan_month.
[[nodiscard]] std::vector<policy::Effect> duty_effects(const World& world, const Choice& choice, const std::vector<DutyRoll>& rolls,
                                                       const std::vector<Kilograms>& offered, const MonthBook& book, Month month);

}  // namespace railshift::rules
