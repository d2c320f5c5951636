#include "sim/rules/rail/cost.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/tariff_change.hpp"

namespace railshift::rules {
namespace {

/// The price of one truck movement: the band with the largest over_km that the distance reaches.
YuanPerTonne road_price(const World& world, Kilometres km) {
  const RoadRate* band = nullptr;
  for (const RoadRate& rate : world.road_rates) {
    if (rate.over <= km && (band == nullptr || rate.over > band->over)) band = &rate;
  }
  RAILSHIFT_EXPECTS(band != nullptr, "the lowest road rate band begins at 0 km");
  return band->fixed + YuanPerTonne{band->yuan_per_t_km * km.value};
}

YuanPerTonne rail_price(const World& world, const Chain& chain, Kilometres km) {
  const Commodity& commodity = world.commodities[world.flows[chain.flow].commodity];
  const auto tariff = world.rail_tariffs.find(commodity.rail_class);
  RAILSHIFT_EXPECTS(tariff.has_value(), "the loader demands a rail tariff for every rail class");
  const RailTariff& price = world.rail_tariffs[*tariff];
  return price.base_1 + YuanPerTonne{price.yuan_per_t_km * km.value};
}

/// Consecutive legs of one mode, as the tariffs see them.
struct Movement {
  Mode mode = Mode::truck;
  Kilometres km;
};

/// Rail over several lines is one movement; every truck leg of a rail chain is its own, all truck legs of a truck-only chain are one haul.
std::vector<Movement> movements(const Chain& chain, const std::vector<LegDistance>& legs) {
  const bool one_haul = chain.main_mode() == Mode::truck;
  std::vector<Movement> all;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) {
    const Mode mode = chain.legs[i].mode;
    const bool continues = i > 0 && chain.legs[i - 1].mode == mode && (mode == Mode::rail || one_haul);
    if (!continues) all.push_back({mode, Kilometres{}});
    all.back().km += legs[i].km;
  }
  return all;
}

/// What hauls are multiplied by. Price factors are dated, so that haulage can become dearer or cheaper after the base year; a constant
/// tariff hides in the constants.
struct PriceFactors {
  double scarcity = 1.0;  ///< of the trucks of the flow's class
  double road = 1.0;
  double rail = 1.0;
};
PriceFactors price_factors(const World& world, const Chain& chain, const MonthBook& book, Date day) {
  const auto scarcity = book.road_rate_factor.find(world.truck_classes[world.flows[chain.flow].truck_class].id);
  return {scarcity == book.road_rate_factor.end() ? 1.0 : scarcity->second, world.parameter("road.price_factor", day),
          world.parameter("rail.price_factor", day)};
}

YuanPerTonne movement_price(const World& world, const Chain& chain, const Movement& movement, const PriceFactors& factors) {
  switch (movement.mode) {
    case Mode::truck:
      return road_price(world, movement.km) * (factors.scarcity * factors.road);
    case Mode::rail:
      return rail_price(world, chain, movement.km) * factors.rail;
    case Mode::belt:
    case Mode::pipe:
      break;  // their charges are their price
  }
  return {};
}

/// What tariffs add to the price of a movement. Belts and pipes have none.
YuanPerTonne movement_tariff(const World& world, const Chain& chain, const Movement& movement, YuanPerTonne price, const MonthBook& book) {
  if (movement.mode == Mode::rail) return tariff_change(world, chain, {TariffOn::rail_haul, movement.km, price}, book);
  if (movement.mode != Mode::truck) return {};
  const TariffOn part = chain.main_mode() == Mode::truck ? TariffOn::road_haul : TariffOn::drayage;
  return tariff_change(world, chain, {part, movement.km, price}, book);
}

/// Handling is what truck and train legs of a rail chain charge; what a belt or pipe charges is the price of its haul.
bool is_handled(const Leg& leg) { return leg.mode == Mode::truck || leg.mode == Mode::rail; }

/// The charges of a rail chain that tariffs on handling speak of.
PricedHaul handling_of(const Chain& chain, const std::vector<LegDistance>& legs) {
  PricedHaul handling{TariffOn::handling, {}, {}};
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (is_handled(chain.legs[i])) handling.price += chain.legs[i].charges;
    if (chain.legs[i].mode == Mode::rail) handling.km += legs[i].km;
  }
  return handling;
}

YuanPerTonne handling_tariff(const World& world, const Chain& chain, const std::vector<LegDistance>& legs, const MonthBook& book) {
  if (book.tariffs.empty() || chain.main_mode() != Mode::rail) return {};
  return tariff_change(world, chain, handling_of(chain, legs), book);
}

YuanPerTonne haul_price(const World& world, const Chain& chain, const std::vector<LegDistance>& legs, const MonthBook& book, Date day) {
  const PriceFactors factors = price_factors(world, chain, book, day);
  YuanPerTonne sum = handling_tariff(world, chain, legs, book);
  for (const Movement& movement : movements(chain, legs)) {
    const YuanPerTonne price = movement_price(world, chain, movement, factors);
    sum += price + movement_tariff(world, chain, movement, price, book);
  }
  return sum;
}

YuanPerTonne& of_mode(FreightPrice& price, Mode mode) {
  switch (mode) {
    case Mode::truck:
      break;
    case Mode::rail:
      return price.rail;
    case Mode::belt:
      return price.belt;
    case Mode::pipe:
      return price.pipe;
  }
  return price.truck;
}

/// Published waiting of the sidings and of every line of the chain, each once, and what is asked on top of it.
Hours delays(const World& world, const Chain& chain, const MonthBook& book, Date day) {
  Hours sum;
  if (chain.main_mode() == Mode::rail) sum += Hours{world.parameter("rail.added_delay", day)};
  for (const auto& siding : {loading_siding(world, chain), unloading_siding(world, chain)}) {
    if (siding) sum += Hours{book.siding_delay_h[siding->index]};
  }
  std::vector<Id<Line>> lines;
  for (const Leg& leg : chain.legs) {
    if (leg.mode == Mode::rail && leg.line) lines.push_back(*leg.line);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (const Id<Line> line : lines) sum += Hours{book.line_delay_h[line.index]};
  return sum;
}

/// Both gates pay: the tonnes lower the share of the firm that sends and of the firm that receives. Other charges are the flow's.
YuanPerTonne duty_of(const World& world, const Chain& chain, const MonthBook& book) {
  const Flow& flow = world.flows[chain.flow];
  const Commodity& commodity = world.commodities[flow.commodity];
  YuanPerTonne price;
  if (chain.main_mode() != Mode::truck) return price;
  price += book.road_charge[chain.flow.index];
  if (!commodity.bulk || commodity.dangerous) return price;
  for (const Id<Site> end : {flow.origin, flow.destination}) {
    const Site& site = world.sites[end];
    if (!site.outside()) price += book.duty_price[site.firm.index];
  }
  return price;
}

/// Each leg bears its part of what tariffs change of the charges, so that none is paid less than nothing; without charges the train does.
void add_handling(const Chain& chain, YuanPerTonne charges, YuanPerTonne change, FreightPrice& price) {
  if (charges.value <= 0.0) {
    price.rail += change;
    return;
  }
  for (const Leg& leg : chain.legs) {
    if (is_handled(leg)) of_mode(price, leg.mode) += change * (leg.charges.value / charges.value);
  }
}

}  // namespace

YuanPerTonne generalised_cost(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book, Month month) {
  const std::vector<LegDistance>& legs = distances.of_chain[world.chains.id_of(chain).index];
  RAILSHIFT_EXPECTS(legs.size() == chain.legs.size(), "every leg has a distance");
  YuanPerTonne charges;
  Hours hours = delays(world, chain, book, first_day(month));
  for (std::size_t i = 0; i < legs.size(); ++i) {
    charges += chain.legs[i].charges;
    hours += legs[i].hours;
  }
  const YuanPerTonneHour value_of_time{world.parameter("choice.value_of_time", first_day(month))};
  return haul_price(world, chain, legs, book, first_day(month)) + charges + value_of_time * hours + duty_of(world, chain, book);
}

FreightPrice freight_price(const World& world, const LegDistances& distances, const Chain& chain, const MonthBook& book, Month month) {
  const std::vector<LegDistance>& legs = distances.of_chain[world.chains.id_of(chain).index];
  RAILSHIFT_EXPECTS(legs.size() == chain.legs.size(), "every leg has a distance");
  const PriceFactors factors = price_factors(world, chain, book, first_day(month));
  FreightPrice price;
  for (const Movement& movement : movements(chain, legs)) {
    const YuanPerTonne haul = movement_price(world, chain, movement, factors);
    const YuanPerTonne paid = haul + movement_tariff(world, chain, movement, haul, book);
    of_mode(price, movement.mode) += paid;
    if (movement.mode != Mode::truck) continue;
    // A rebate takes its part of the premium, so that no more of it is paid than of the haul; a surcharge adds none.
    const double left = paid < haul ? paid.value / haul.value : 1.0;
    price.hire_premium += road_price(world, movement.km) * ((factors.scarcity - 1.0) * factors.road * left);
  }
  for (const Leg& leg : chain.legs) of_mode(price, leg.mode) += leg.charges;
  add_handling(chain, handling_of(chain, legs).price, handling_tariff(world, chain, legs, book), price);
  return price;
}

}  // namespace railshift::rules
