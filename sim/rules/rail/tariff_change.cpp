#include "sim/rules/rail/tariff_change.hpp"

#include <algorithm>

#include "sim/core/contains.hpp"
#include "sim/core/contract.hpp"

namespace railshift::rules {
namespace {

/// A list that names none means all.
template <class T>
bool means(const std::vector<Id<T>>& ids, Id<T> id) {
  return ids.empty() || contains(ids, id);
}

/// A toll is a part of the road haul.
bool is_of(const Tariff& tariff, TariffOn part) {
  return tariff.applies_to == part || (tariff.applies_to == TariffOn::toll && part == TariffOn::road_haul);
}

/// Share of the loads of the flow whose trucks the tariff speaks of.
double trucks_meant(const Tariff& tariff, const Flow& flow, const MonthBook& book) {
  if (!tariff.from_standard) return 1.0;
  RAILSHIFT_EXPECTS(flow.truck_class.index < book.fleet.size(), "who sets a toll notes the fleet");
  double share = 0.0;
  for (auto s = static_cast<std::size_t>(*tariff.from_standard); s < kStandards; ++s) share += book.fleet[flow.truck_class.index][s];
  return share;
}

YuanPerTonne change_by(const Tariff& tariff, const PricedHaul& haul) {
  if (tariff.factor) return haul.price * (*tariff.factor - 1.0);
  if (tariff.yuan_per_t_km) return YuanPerTonne{*tariff.yuan_per_t_km * haul.km.value};
  return tariff.yuan_per_t.value_or(YuanPerTonne{});
}

}  // namespace

YuanPerTonne tariff_change(const World& world, const Chain& chain, const PricedHaul& haul, const MonthBook& book) {
  const Flow& flow = world.flows[chain.flow];
  YuanPerTonne change;
  for (const TariffInForce& in_force : book.tariffs) {
    const Tariff& tariff = *policy::as<Tariff>(world.measures[in_force.measure]);
    if (!in_force.flows.empty() && !in_force.flows[chain.flow.index]) continue;
    if (!is_of(tariff, haul.part) || !means(tariff.commodities, flow.commodity) || !means(tariff.truck_classes, flow.truck_class)) continue;
    if (policy::in_band(tariff, haul.km)) change += change_by(tariff, haul) * trucks_meant(tariff, flow, book);
  }
  return std::max(change, haul.price * -1.0);
}

}  // namespace railshift::rules
