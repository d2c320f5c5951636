#pragma once
/// What tariffs do to the wishes of a month and to what is paid for it.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/prices/price_comparison.hpp"
#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Tariffs in force on the first day of a month, in text-id order, each with the flows that it means on that day.
[[nodiscard]] std::vector<TariffInForce> tariffs_in_force(const World& world, const PriceRolls& rolls, Month month);

/// wishes_priced of every tariff in force: in_scope are the goods of flows of which it changes the price of a chain. And the money that
/// shippers are spared on what the month plans, in whole yuan: freight_forgone where the carrier bears it, freight_subsidised where public
/// money does. in_scope of the money: what would be paid without it. A tariff that makes hauls dearer spares nothing.
[[nodiscard]] std::vector<policy::Effect> tariff_effects(const PricedMonth& priced, const MonthPlan& plan);

}  // namespace railshift::rules
