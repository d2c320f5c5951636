#include "sim/rules/prices/month_prices.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/rules/prices/admissions.hpp"
#include "sim/rules/prices/class_effects.hpp"
#include "sim/rules/prices/duty_effects.hpp"
#include "sim/rules/prices/road_charges.hpp"
#include "sim/rules/prices/tariff_effects.hpp"

namespace railshift::rules {
namespace {

using policy::Followed;

bool in_force(const PricedMonth& p, Id<Measure> measure) { return p.world.measures[measure].from <= first_day(p.month); }

/// Charges by distance.
void add_preferences(const PricedMonth& p, const PriceRolls& rolls, PricesTold& told) {
  for (const Measure& measure : p.world.measures) {
    const Id<Measure> id = p.world.measures.id_of(measure);
    const auto* preference = policy::as<DistancePreference>(measure);
    if (preference == nullptr || !in_force(p, id)) continue;
    MonthBook without = p.book;
    without.road_charge = road_charges(p.world, rolls, p.month, id);
    told.effects.push_back(wishes_priced(p, id, without, [&](const Flow& flow) {
      const Id<Flow> at = p.world.flows.id_of(flow);
      const bool far = goes_far(p.world, rolls, id, at) && prefers(rolls, id, at, p.month);
      return Priced{far, far && preference->price.value > 0.0};
    }));
  }
}

/// Charges of new sites without a siding, belt or pipe; something remains while one of them stands.
void add_new_sites(const PricedMonth& p, const PriceRolls& rolls, PricesTold& told) {
  for (const NewSiteRoll& roll : rolls.new_sites) {
    if (!in_force(p, roll.measure)) continue;
    MonthBook without = p.book;
    without.road_charge = road_charges(p.world, rolls, p.month, roll.measure);
    bool charged = false;
    told.effects.push_back(wishes_priced(p, roll.measure, without, [&](const Flow& flow) {
      const Id<Flow> id = p.world.flows.id_of(flow);
      const bool stands = p.book.road_charge[id.index].value > without.road_charge[id.index].value;
      charged = charged || (stands && p.offered[id.index].value > 0);
      return Priced{is_of_new_site(p.world, roll, id, p.month), stands};
    }));
    told.bindings.push_back({roll.measure, charged ? Followed::no_way : Followed::not_asked, charged});
  }
}

/// What one flow adds in the name of an admission.
void add_flow(const PricedMonth& p, Id<Flow> flow, const AddedShare& added, const MonthBook& without, policy::Effect& effect,
              Followed& followed) {
  const auto offered = static_cast<double>(p.offered[flow.index].value);
  effect.in_scope += std::llround(added.share * offered);
  if (added.share <= 0.0 || offered <= 0.0) return;
  if (added.bound <= 0.0) {
    followed = std::max(followed, Followed::nobody_obeys);
    return;
  }
  if (p.book.admission[flow.index].by != effect.measure) return;
  const auto open = open_choice(p.world, p.choice, flow, p.month);
  const auto clean = admitted(p.world, p.choice, flow, p.book, p.month);
  followed = std::max(followed, clean.empty() && !open.empty() ? Followed::no_way : Followed::yes);
  const std::vector<std::int64_t> wishes = wishes_with(p, flow, p.book);
  const std::int64_t by_clean_trucks = clean_truck_kg_with(p, flow, p.book);
  // Where all that is open is clean at the price of the tables and by any truck, or a belt carries everything, nobody is bound.
  const bool is_free = clean == open && by_clean_trucks == 0 && p.book.admission[flow.index].new_energy_extra.value == 0.0;
  if (clean.empty() || is_free) return;
  const std::int64_t bound = std::llround(added.bound * static_cast<double>(choosing_of(p.world, flow, wishes)));
  effect.acted += bound;
  // Whole kilograms of a split may move beside those of the added part.
  const std::int64_t other_trucks = std::max<std::int64_t>(0, by_clean_trucks - clean_truck_kg_with(p, flow, without));
  effect.changed += std::min(bound, moved_between(p.world, flow, wishes, wishes_with(p, flow, without)) + other_trucks);
}

void add_admissions(const PricedMonth& p, const PriceRolls& rolls, PricesTold& told) {
  if (rolls.admissions.empty()) return;
  const SiteRates now = site_rates(p.world, p.month);
  for (const AdmissionRoll& roll : rolls.admissions) {
    if (!in_force(p, roll.measure)) continue;
    MonthBook without = p.book;
    without.admission = admissions(p.world, rolls.admissions, now, p.book.no_clean_trucks, roll.measure);
    const std::vector<AddedShare> added = added_shares(p.world, roll, now);
    policy::Effect effect{roll.measure, policy::EffectKind::wishes_bound, 0, 0, 0};
    Followed followed = Followed::not_asked;
    for (const Flow& flow : p.world.flows) {
      const Id<Flow> id = p.world.flows.id_of(flow);
      add_flow(p, id, added[id.index], without, effect, followed);
    }
    told.effects.push_back(effect);
    told.bindings.push_back({roll.measure, followed, false});
  }
}

void add_upgrades(const PricedMonth& p, const PriceRolls& rolls, PricesTold& told) {
  for (const UpgradeRoll& roll : rolls.upgrades) {
    if (!in_force(p, roll.measure)) continue;
    told.effects.push_back(class_effect(roll, p.month));
    told.bindings.push_back(class_binding(roll, p.month));
  }
}

}  // namespace

void set_prices(const World& world, const PriceRolls& rolls, Month month, MonthBook& book) {
  book.duty_price = duty_prices(world, rolls.duties, book, month);
  book.road_charge = road_charges(world, rolls, month);
  book.tariffs = tariffs_in_force(world, rolls, month);
  book.admission.assign(world.flows.size(), {});
  if (!rolls.admissions.empty()) book.admission = admissions(world, rolls.admissions, site_rates(world, month), book.no_clean_trucks);
}

PricesTold price_effects(const PricedMonth& priced, const PriceRolls& rolls, const MonthPlan& plan) {
  PricesTold told{duty_effects(priced, rolls.duties), {}};
  const std::vector<policy::Effect> of_tariffs = tariff_effects(priced, plan);
  told.effects.insert(told.effects.end(), of_tariffs.begin(), of_tariffs.end());
  add_preferences(priced, rolls, told);
  add_new_sites(priced, rolls, told);
  add_admissions(priced, rolls, told);
  add_upgrades(priced, rolls, told);
  return told;
}

}  // namespace railshift::rules
