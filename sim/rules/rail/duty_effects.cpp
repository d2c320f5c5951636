#include "sim/rules/rail/duty_effects.hpp"

#include <algorithm>
#include <iterator>

namespace railshift::rules {
namespace {

std::vector<Id<Firm>> ends(const World& world, const Flow& flow) {
  std::vector<Id<Firm>> firms;
  for (const Id<Site> site : {flow.origin, flow.destination}) {
    if (!world.sites[site].outside()) firms.push_back(world.sites[site].firm);
  }
  return firms;
}

/// Bulk goods (none dangerous) of listed firms are in scope; a price stands where it is higher than without the duty.
Priced duty_on(const PricedMonth& priced, const DutyRoll& roll, const MonthBook& without, const Flow& flow) {
  const Commodity& commodity = priced.world.commodities[flow.commodity];
  if (!commodity.bulk || commodity.dangerous) return {};
  const std::vector<Id<Firm>> of_flow = ends(priced.world, flow);
  const auto any = [&](auto holds) { return std::any_of(of_flow.begin(), of_flow.end(), holds); };
  return {any([&](Id<Firm> firm) { return std::binary_search(roll.firms.begin(), roll.firms.end(), firm); }),
          any([&](Id<Firm> firm) { return priced.book.duty_price[firm.index].value > without.duty_price[firm.index].value; })};
}

}  // namespace

std::vector<policy::Effect> duty_effects(const PricedMonth& priced, const std::vector<DutyRoll>& rolls) {
  std::vector<policy::Effect> effects;
  for (const DutyRoll& roll : rolls) {
    if (priced.world.measures[roll.measure].from > first_day(priced.month)) continue;
    std::vector<DutyRoll> others;
    std::copy_if(rolls.begin(), rolls.end(), std::back_inserter(others), [&](const DutyRoll& r) { return r.measure != roll.measure; });
    MonthBook without = priced.book;
    without.duty_price = duty_prices(priced.world, others, priced.book, priced.month);
    effects.push_back(wishes_priced(priced, roll.measure, without, [&](const Flow& flow) { return duty_on(priced, roll, without, flow); }));
  }
  return effects;
}

}  // namespace railshift::rules
