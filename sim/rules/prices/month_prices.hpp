#pragma once
/// What measures set on the hauls and on the choice of a month. Whoever works a month or looks at one asks here and need not know which
/// kinds of measure do.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/prices/price_comparison.hpp"
#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Writes into the book what the measures in force on the first day of the month ask, give or admit. The constants of the choice know
/// nothing of it: they are calibrated with an empty book. Who has tariffs by standard notes the fleet first (note_fleet).
void set_prices(const World& world, const PriceRolls& rolls, Month month, MonthBook& book);

/// What the measures that act on prices and choice, or on the classes of firms by which others bind, did, and how far they came with those
/// whom they bind.
struct PricesTold {
  std::vector<policy::Effect> effects;
  std::vector<policy::Binding> bindings;
};
/// Of every such measure in force. `plan`: the plan of the month at these prices.
[[nodiscard]] PricesTold price_effects(const PricedMonth& priced, const PriceRolls& rolls, const MonthPlan& plan);

}  // namespace railshift::rules
