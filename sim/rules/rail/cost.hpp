#pragma once
/// What a chain costs its shipper.
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::rules {

/// Cost the shipper sees, yuan a tonne: haul price + charges + value of time x (hours + published delay of sidings and lines) + duty price
/// of the firms at both ends on truck-only chains of bulk goods that are not dangerous. `book` gives delays, duty prices and the road-rate
/// factor of scarcity.
[[nodiscard]] YuanPerTonne generalised_cost(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book,
                                            Month month);

}  // namespace railshift::rules
