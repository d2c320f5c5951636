#include "sim/rules/prices/duty_effects.hpp"

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
  return {any([&](Id<Firm> firm) { return roll.speaks_of(firm, first_day(priced.month)); }),
          any([&](Id<Firm> firm) { return priced.book.duty_price[firm.index].value > without.duty_price[firm.index].value; })};
}

/// The firms of a roll, whether or not clean trucks stand in for rail, and those for whom they do this month.
DutyRoll priced_roll(const DutyRoll& roll) { return {roll.measure, roll.firms, {}, roll.meant}; }
std::vector<Id<Firm>> by_clean_trucks(const PricedMonth& priced, const DutyRoll& roll) {
  std::vector<Id<Firm>> firms;
  for (std::size_t i = 0; i < roll.firms.size(); ++i) {
    const Date day = first_day(priced.month);
    if (roll.speaks_of(i, day) && clean_instead(priced.world, roll, i, day)) firms.push_back(roll.firms[i]);
  }
  return firms;
}

/// kg that the flow would have by rail beyond what it wishes.
std::int64_t more_by_rail(const PricedMonth& priced, Id<Flow> flow, const MonthBook& with) {
  const std::vector<std::int64_t> now = wishes_with(priced, flow, priced.book), then = wishes_with(priced, flow, with);
  std::int64_t kg = 0;
  for (std::size_t p = 0; p < now.size(); ++p) {
    if (priced.world.chains[priced.world.chains_of(flow)[p]].main_mode() == Mode::rail) kg += then[p] - now[p];
  }
  return std::max<std::int64_t>(0, kg);
}

/// rail_forgone: what rail would have if the price stood on firms whose trucks are clean too.
policy::Effect forgone(const PricedMonth& priced, const std::vector<DutyRoll>& rolls, const DutyRoll& roll) {
  policy::Effect effect{roll.measure, policy::EffectKind::rail_forgone, 0, 0, 0};
  const std::vector<Id<Firm>> clean = by_clean_trucks(priced, roll);
  if (clean.empty()) return effect;
  std::vector<DutyRoll> all = rolls;
  for (DutyRoll& other : all) {
    if (other.measure == roll.measure) other = priced_roll(other);
  }
  MonthBook with = priced.book;
  with.duty_price = duty_prices(priced.world, all, priced.book, priced.month);
  for (const Flow& flow : priced.world.flows) {
    const Commodity& commodity = priced.world.commodities[flow.commodity];
    const std::vector<Id<Firm>> of_flow = ends(priced.world, flow);
    const bool meant =
        std::any_of(of_flow.begin(), of_flow.end(), [&](Id<Firm> firm) { return std::binary_search(clean.begin(), clean.end(), firm); });
    if (!meant || !commodity.bulk || commodity.dangerous) continue;
    const Id<Flow> id = priced.world.flows.id_of(flow);
    effect.in_scope += priced.offered[id.index].value;
    const bool dearer = std::any_of(of_flow.begin(), of_flow.end(), [&](Id<Firm> firm) {
      return with.duty_price[firm.index].value > priced.book.duty_price[firm.index].value;
    });
    if (!dearer) continue;
    effect.acted += priced.offered[id.index].value;
    effect.changed += more_by_rail(priced, id, with);
  }
  return effect;
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
    if (!roll.clean.empty()) effects.push_back(forgone(priced, rolls, roll));
  }
  return effects;
}

}  // namespace railshift::rules
