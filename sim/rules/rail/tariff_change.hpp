#pragma once
/// What tariffs of measures make of a price.
#include "sim/model/state.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::rules {

/// One price of a chain, as tariffs see it.
struct PricedHaul {
  TariffOn part = TariffOn::rail_haul;
  Kilometres km;  ///< of the movement; of handling: of the chain's trains
  YuanPerTonne price;
};

/// Yuan a tonne that the tariffs of the book add to a price of the chain (below 0: take from it). Each is worked on the price without
/// tariffs, several add up, and no price falls below 0. Of a toll: on the share of the class's local trucks that meet its standard.
[[nodiscard]] YuanPerTonne tariff_change(const World& world, const Chain& chain, const PricedHaul& haul, const MonthBook& book);

}  // namespace railshift::rules
