#pragma once
/// What the prices of rail duties do to the wishes of a month.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/prices/price_comparison.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {

/// wishes_priced of every duty in force, and rail_forgone of those that take clean trucks instead (in_scope: goods of firms that have them;
/// acted: those on which a price would stand; changed: what rail would have more of them). in_scope: bulk goods (none dangerous) that
/// listed firms send or receive. acted: the part that chooses among chains while a price of this duty stands on its road. changed: what is
/// wished by other chains than it would be without this duty, all else as it stands. Prices of several duties on one road add up, so the
/// kilograms of one may be those of another too.
[[nodiscard]] std::vector<policy::Effect> duty_effects(const PricedMonth& priced, const std::vector<DutyRoll>& rolls);

}  // namespace railshift::rules
