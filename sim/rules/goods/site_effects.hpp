#pragma once
/// What measures on sites do to the goods of a month.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/goods/site_activity.hpp"

namespace railshift::rules {

/// flows_changed, kg, of every site_change in force in the month. in_scope: what flows at its site offer, and those that change with them,
/// the largest with it and without. acted: what all flows offer more or less when the measure is added to those that go before it
/// (policy::goes_first), so that what two would each have closed is of the first. changed: what they offer more or less than with all
/// others, at most `acted`.
[[nodiscard]] std::vector<policy::Effect> site_effects(const World& world, Month month);

}  // namespace railshift::rules
