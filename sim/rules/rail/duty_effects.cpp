#include "sim/rules/rail/duty_effects.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/acceptance.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

class PriceComparison {
 public:
  PriceComparison(const World& world, const Choice& choice, const std::vector<Kilograms>& offered, const MonthBook& book, Month month)
      : world_(world), choice_(choice), offered_(offered), book_(book), month_(month) {}

  policy::Effect of(const DutyRoll& roll, const std::vector<YuanPerTonne>& without) const {
    policy::Effect effect{roll.measure, policy::EffectKind::wishes_priced, 0, 0, 0};
    MonthBook other = book_;
    other.duty_price = without;
    for (const Flow& flow : world_.flows) {
      if (!listed(flow, roll.firms)) continue;
      const Id<Flow> id = world_.flows.id_of(flow);
      effect.in_scope += offered_[id.index].value;
      if (!priced(flow, without)) continue;
      const std::vector<std::int64_t> wishes = split_kg(offered_[id.index].value, wish_shares(world_, choice_, id, book_, month_));
      effect.acted += choosing(id, wishes);
      effect.changed += moved(id, wishes, split_kg(offered_[id.index].value, wish_shares(world_, choice_, id, other, month_)));
    }
    RAILSHIFT_EXPECTS(effect.changed <= effect.acted, "a price moves what it stands on");
    return effect;
  }

 private:
  [[nodiscard]] std::vector<Id<Firm>> ends(const Flow& flow) const {
    std::vector<Id<Firm>> firms;
    for (const Id<Site> site : {flow.origin, flow.destination}) {
      if (!world_.sites[site].outside()) firms.push_back(world_.sites[site].firm);
    }
    return firms;
  }
  [[nodiscard]] bool listed(const Flow& flow, const std::vector<Id<Firm>>& firms) const {
    const Commodity& commodity = world_.commodities[flow.commodity];
    if (!commodity.bulk || commodity.dangerous) return false;
    const std::vector<Id<Firm>> of_flow = ends(flow);
    return std::any_of(of_flow.begin(), of_flow.end(), [&](Id<Firm> firm) { return std::binary_search(firms.begin(), firms.end(), firm); });
  }
  [[nodiscard]] bool priced(const Flow& flow, const std::vector<YuanPerTonne>& without) const {
    const std::vector<Id<Firm>> of_flow = ends(flow);
    return std::any_of(of_flow.begin(), of_flow.end(),
                       [&](Id<Firm> firm) { return book_.duty_price[firm.index].value > without[firm.index].value; });
  }
  /// Belts and pipes take their share before anybody chooses.
  [[nodiscard]] bool chosen(Id<Flow> flow, std::size_t position) const {
    return chain_class(world_, world_.chains[world_.chains_of(flow)[position]]) != ChainClass::belt_pipe;
  }
  [[nodiscard]] std::int64_t choosing(Id<Flow> flow, const std::vector<std::int64_t>& wishes) const {
    std::int64_t kg = 0;
    for (std::size_t p = 0; p < wishes.size(); ++p) kg += chosen(flow, p) ? wishes[p] : 0;
    return kg;
  }
  /// What stands on chains that would have less without the price; the odd kilogram that a belt gets or loses is not moved by it.
  [[nodiscard]] std::int64_t moved(Id<Flow> flow, const std::vector<std::int64_t>& with, const std::vector<std::int64_t>& without) const {
    std::int64_t kg = 0;
    for (std::size_t p = 0; p < with.size(); ++p) kg += chosen(flow, p) ? std::max<std::int64_t>(0, with[p] - without[p]) : 0;
    return kg;
  }

  const World& world_;
  const Choice& choice_;
  const std::vector<Kilograms>& offered_;
  const MonthBook& book_;
  Month month_;
};

}  // namespace

std::vector<policy::Effect> duty_effects(const World& world, const Choice& choice, const std::vector<DutyRoll>& rolls,
                                         const std::vector<Kilograms>& offered, const MonthBook& book, Month month) {
  std::vector<policy::Effect> effects;
  const PriceComparison comparison(world, choice, offered, book, month);
  for (const DutyRoll& roll : rolls) {
    if (world.measures[roll.measure].from > first_day(month)) continue;
    std::vector<DutyRoll> others;
    std::copy_if(rolls.begin(), rolls.end(), std::back_inserter(others), [&](const DutyRoll& r) { return r.measure != roll.measure; });
    effects.push_back(comparison.of(roll, duty_prices(world, others, book, month)));
  }
  return effects;
}

}  // namespace railshift::rules
