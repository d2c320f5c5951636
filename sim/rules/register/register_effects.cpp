#include "sim/rules/register/register_effects.hpp"

#include <algorithm>
#include <map>

#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/truck_scope.hpp"

namespace railshift::rules {
namespace {

using policy::Effect;
using policy::EffectKind;

class Account {
 public:
  Account(const RegisterOffice& office, const Departures& departures) : office_(office), departures_(departures) {
    for (const InScope& seen : office.in_scope()) look(seen.measure, EffectKind::trucks_removed, seen.trucks);
    for (const Measure& measure : office.world().measures) see_stock(measure);
    forward_.reserve(departures.all().size());
    for (const Departure& departure : departures.all()) {
      forward_.push_back(months_forward(departure));
      see_purchase(departure);
      claim(departure);
    }
  }

  std::vector<Effect> settle() {
    compare_with_absence();
    std::vector<Effect> effects;
    for (const auto& [key, effect] : effects_) {
      RAILSHIFT_EXPECTS(effect.changed <= effect.acted, "a measure changes no more than it does");
      if (effect.in_scope > 0 || effect.acted > 0) effects.push_back(effect);
    }
    return effects;
  }

 private:
  Effect& at(Id<Measure> measure, EffectKind kind) {
    return effects_.try_emplace({measure, kind}, Effect{measure, kind, 0, 0, 0}).first->second;
  }
  void look(Id<Measure> measure, EffectKind kind, std::int64_t trucks) { at(measure, kind).in_scope += trucks; }
  [[nodiscard]] const RegisteredTruck& truck(const Departure& d) const { return office_.trucks().trucks[d.slot]; }
  [[nodiscard]] Buyer buyer(const Departure& d) const { return buyer_after(truck(d), d.delivery); }

  /// A quota speaks of every truck of its segments.
  void see_stock(const Measure& measure) {
    const auto* quota = policy::as<StockQuota>(measure);
    if (quota == nullptr || measure.from >= end_day(office_.month())) return;
    const TruckScope scope(office_.world(), measure);
    std::int64_t trucks = 0;
    for (const RegisteredTruck& t : office_.trucks().trucks) trucks += scope.holds(t.row_hash, t.segment, t.vehicle.type) ? 1 : 0;
    const Id<Measure> id = office_.world().measures.id_of(measure);
    look(id, EffectKind::trucks_removed, trucks);
    look(id, EffectKind::purchases_changed, trucks);
  }

  /// Rules on new trucks speak of the replacement.
  void see_purchase(const Departure& d) {
    for (const Id<Measure> rule : office_.showroom().rules_on(buyer(d))) look(rule, EffectKind::purchases_changed, 1);
    for (const Id<Measure> law : sales_laws(office_.world(), truck(d).vehicle.type, d.next, buyer(d).delivery))
      look(law, EffectKind::standards_set, 1);
  }

  void claim(const Departure& d) {
    if (d.by) {
      ++at(*d.by, EffectKind::trucks_removed).acted;
      at(*d.by, EffectKind::brought_forward).acted += forward_.back();
    }
    if (d.bought_for) ++at(*d.bought_for, EffectKind::purchases_changed).acted;
    const SalesRule law = sales_rule(office_.world(), truck(d).vehicle.type, d.next, buyer(d).delivery);
    if (!law.set_by) return;
    ++at(*law.set_by, EffectKind::standards_set).acted;
    const SalesRule other = sales_rule(office_.world(), truck(d).vehicle.type, d.next, buyer(d).delivery, law.set_by);
    if (other.standard < law.standard) ++at(*law.set_by, EffectKind::standards_set).changed;
  }

  /// From a removal by order to the truck's own end.
  [[nodiscard]] std::int64_t months_forward(const Departure& d) const {
    if (!d.by) return 0;
    return own_last_month(office_.hazards(), office_.seed(), truck(d), office_.month()) - office_.month();
  }

  /// The same month once more for every measure that left its name on a departure, without it.
  void compare_with_absence() {
    std::vector<Id<Measure>> named;
    for (const Departure& d : departures_.all()) {
      if (d.by) named.push_back(*d.by);
      if (d.bought_for) named.push_back(*d.bought_for);
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (const Id<Measure> measure : named) compare(measure, office_.departures(measure));
  }

  void compare(Id<Measure> measure, const Departures& without) {
    for (std::size_t i = 0; i < departures_.all().size(); ++i) {
      const Departure& d = departures_.all()[i];
      const Departure* other = without.of(d.slot);
      if (d.by == measure && other == nullptr) {
        ++at(measure, EffectKind::trucks_removed).changed;
        at(measure, EffectKind::brought_forward).changed += forward_[i];
      }
      if (d.bought_for == measure && (other == nullptr || other->next != d.next)) ++at(measure, EffectKind::purchases_changed).changed;
    }
  }

  const RegisterOffice& office_;
  const Departures& departures_;
  std::vector<std::int64_t> forward_;  ///< by departure
  std::map<std::pair<Id<Measure>, EffectKind>, Effect> effects_;
};

}  // namespace

std::vector<policy::Effect> register_effects(const RegisterOffice& office, const Departures& departures) {
  return Account(office, departures).settle();
}

}  // namespace railshift::rules
