#include "sim/rules/prices/tariff_effects.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/cost.hpp"

namespace railshift::rules {
namespace {

constexpr double kKilogramsATonne = 1000.0;

/// What a tonne of a chain is spared; a chain without a way has no price.
double spared(const PricedMonth& p, Id<Chain> chain, const MonthBook& without) {
  if (p.choice.distances.is_cut_off(chain)) return 0.0;
  const auto paid = [&](const MonthBook& book) {
    return freight_price(p.world, p.choice.distances, p.world.chains[chain], book, p.month).total().value;
  };
  return paid(without) - paid(p.book);
}

Priced tariff_on(const PricedMonth& p, const MonthBook& without, const Flow& flow) {
  Priced here;
  here.on_road = false;
  for (const Id<Chain> id : p.world.chains_of(p.world.flows.id_of(flow))) {
    if (spared(p, id, without) == 0.0) continue;
    here.in_scope = here.stands = true;
    here.on_road = here.on_road || p.world.chains[id].main_mode() == Mode::truck;
    here.beside_road = here.beside_road || p.world.chains[id].main_mode() != Mode::truck;
  }
  return here;
}

policy::Effect money(const PricedMonth& p, const MonthPlan& plan, Id<Measure> measure, const MonthBook& without) {
  const bool is_public = policy::as<Tariff>(p.world.measures[measure])->payer == Payer::public_money;
  double bill = 0.0, less = 0.0;
  for (const FlowPlan& flow : plan.flows) {
    const auto& chains = p.world.chains_of(flow.flow);
    for (std::size_t i = 0; i < chains.size(); ++i) {
      const double change = flow.planned[i] == 0 ? 0.0 : spared(p, chains[i], without);
      if (change == 0.0) continue;
      const double tonnes = static_cast<double>(flow.planned[i]) / kKilogramsATonne;
      bill += tonnes * freight_price(p.world, p.choice.distances, p.world.chains[chains[i]], without, p.month).total().value;
      less += tonnes * change;
    }
  }
  const std::int64_t yuan = std::max<std::int64_t>(0, std::llround(less));
  return {measure, is_public ? policy::EffectKind::freight_subsidised : policy::EffectKind::freight_forgone, std::llround(bill), yuan,
          yuan};
}

}  // namespace

std::vector<TariffInForce> tariffs_in_force(const World& world, const PriceRolls& rolls, Month month) {
  std::vector<TariffInForce> tariffs;
  for (const Measure& measure : world.measures) {
    if (policy::as<Tariff>(measure) == nullptr || measure.from > first_day(month)) continue;
    TariffInForce& tariff = tariffs.emplace_back();
    tariff.measure = world.measures.id_of(measure);
    const auto roll =
        std::find_if(rolls.meant.begin(), rolls.meant.end(), [&](const MeantFlows& m) { return m.measure == tariff.measure; });
    if (roll == rolls.meant.end()) continue;
    for (const Turns& turns : roll->flows) tariff.flows.push_back(turns.on(first_day(month)));
  }
  return tariffs;
}

std::vector<policy::Effect> tariff_effects(const PricedMonth& priced, const MonthPlan& plan) {
  std::vector<policy::Effect> effects;
  for (const TariffInForce& tariff : priced.book.tariffs) {
    const Id<Measure> measure = tariff.measure;
    MonthBook without = priced.book;
    std::erase_if(without.tariffs, [&](const TariffInForce& other) { return other.measure == measure; });
    effects.push_back(wishes_priced(priced, measure, without, [&](const Flow& flow) { return tariff_on(priced, without, flow); }));
    effects.push_back(money(priced, plan, measure, without));
  }
  return effects;
}

}  // namespace railshift::rules
