#pragma once
/// What a chain costs its shipper.
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/leg_distances.hpp"

namespace railshift::rules {

/// Cost the shipper sees, yuan a tonne: haul price + charges + value of time x (hours + published delay of sidings and lines) + duty price
/// of the firms at both ends on truck-only chains of bulk goods that are not dangerous + road charge of the flow on truck-only chains. Haul
/// prices and charges are those after tariffs. `book` gives delays, duty prices, charges, tariffs and the road-rate factor of scarcity.
[[nodiscard]] YuanPerTonne generalised_cost(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book,
                                            Month month);

/// What is paid for a tonne of a chain, yuan, by the mode of its legs: haul prices and charges. The waiting, the value of time and the
/// duty price weigh in the choice and are paid to nobody: none of them is in it.
struct FreightPrice {
  YuanPerTonne truck;         ///< hauls and charges of truck legs
  YuanPerTonne hire_premium;  ///< part of `truck`: what the scarcity of trucks adds to the hauls
  YuanPerTonne rail;
  YuanPerTonne belt;
  YuanPerTonne pipe;
  [[nodiscard]] YuanPerTonne total() const { return truck + rail + belt + pipe; }
};
/// The money part of generalised_cost at the same prices.
[[nodiscard]] FreightPrice freight_price(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book,
                                         Month month);

}  // namespace railshift::rules
