#pragma once
/// The prices that measures set on the hauls of a month. Whoever works a month or looks at one asks here and need not know which kinds of
/// measure set a price.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/rail/duty.hpp"
#include "sim/rules/rail/price_comparison.hpp"

namespace railshift::rules {

/// Writes into the book what the measures in force on the first day of the month ask or give. The constants of the choice know nothing of
/// it: they are calibrated with an empty book.
void set_prices(const World& world, const std::vector<DutyRoll>& rolls, Month month, MonthBook& book);

/// wishes_priced of every measure in force that sets a price.
[[nodiscard]] std::vector<policy::Effect> price_effects(const PricedMonth& priced, const std::vector<DutyRoll>& rolls);

}  // namespace railshift::rules
