#include "sim/rules/register/month_departures.hpp"

#include <algorithm>
#include <cmath>

#include "sim/policy/kinds.hpp"
#include "sim/rules/register/quota.hpp"
#include "sim/rules/register/retire_orders.hpp"

namespace railshift::rules {
namespace {

/// The two sorted lists of a month, walked together slot by slot.
class Walk {
 public:
  Walk(const std::vector<std::pair<std::uint32_t, Ending>>& own, const std::vector<Removal>& removals, std::optional<Id<Measure>> without)
      : own_(own.begin()), own_end_(own.end()), removal_(removals.begin()), removal_end_(removals.end()), without_(without) {}

  /// What ends the next slot that anything would end; nothing at the end of both lists.
  struct Step {
    std::uint32_t slot = 0;
    const Ending* own = nullptr;
    const Removal* order = nullptr;
  };
  std::optional<Step> next() {
    if (own_ == own_end_ && removal_ == removal_end_) return std::nullopt;
    Step step;
    step.slot = std::min(own_ == own_end_ ? UINT32_MAX : own_->first, removal_ == removal_end_ ? UINT32_MAX : removal_->slot);
    if (own_ != own_end_ && own_->first == step.slot) step.own = &(own_++)->second;
    for (; removal_ != removal_end_ && removal_->slot == step.slot; ++removal_) {
      if (step.order == nullptr && removal_->by != without_) step.order = &*removal_;
    }
    return step;
  }

 private:
  std::vector<std::pair<std::uint32_t, Ending>>::const_iterator own_, own_end_;
  std::vector<Removal>::const_iterator removal_, removal_end_;
  std::optional<Id<Measure>> without_;
};

/// An order acts before the truck's own end, or not at all. What fell due before the month takes place on its first day.
std::optional<Departure> departure_of(const Walk::Step& step, Date first, int lag_days) {
  const Date ordered = step.order == nullptr ? first : std::max(first, step.order->day);
  if (step.order != nullptr && (step.own == nullptr || ordered < step.own->day)) {
    const Date delivery = ordered + step.order->lag_days.value_or(lag_days);
    return Departure{step.slot, step.order->cause, ordered, delivery, Powertrain::diesel, step.order->by};
  }
  if (step.own == nullptr) return std::nullopt;
  return Departure{step.slot, step.own->cause, step.own->day, step.own->day + lag_days};
}

}  // namespace

RegisterOffice::RegisterOffice(const World& world, std::uint32_t seed, Month month, const Register& reg, RegisterBook& book)
    : world_(world),
      seed_(seed),
      month_(month),
      reg_(reg),
      lag_days_(static_cast<int>(std::lround(world.parameter("register.delivery_lag", first_day(month))))),
      hazards_(world),
      showroom_(world, seed) {
  for (const Measure& measure : world.measures) {
    if (policy::as<StockQuota>(measure) != nullptr) quotas_.push_back(world.measures.id_of(measure));
  }
  std::sort(quotas_.begin(), quotas_.end(),
            [&](Id<Measure> a, Id<Measure> b) { return policy::goes_first(world.measures[a], world.measures[b]); });
  find_own_endings();
  find_removals(book);
  quota_starts_ = book.quotas;
}

void RegisterOffice::find_own_endings() {
  for (std::uint32_t slot = 0; slot < reg_.trucks.size(); ++slot) {
    const RegisteredTruck& truck = reg_.trucks[slot];
    if (!truck.present) continue;
    if (const auto ending = own_ending(hazards_, seed_, truck, month_)) own_.emplace_back(slot, *ending);
  }
}

void RegisterOffice::find_removals(RegisterBook& book) {
  for (const DueRemovals& due : {RetireOrders(world_, seed_, month_).due(reg_), frozen_dues(world_, seed_, month_, reg_, book)}) {
    removals_.insert(removals_.end(), due.removals.begin(), due.removals.end());
    in_scope_.insert(in_scope_.end(), due.in_scope.begin(), due.in_scope.end());
  }
  sort_claims(removals_, policy::claim_ranks(world_));
}

Departures RegisterOffice::departures(std::optional<Id<Measure>> without) const {
  std::vector<QuotaStart> starts = quota_starts_;
  return work_out(without, starts);
}

Departures RegisterOffice::settle(RegisterBook& book) const {
  Departures departures = work_out(std::nullopt, book.quotas);
  note_ordered(departures, reg_, book);
  return departures;
}

Departures RegisterOffice::work_out(std::optional<Id<Measure>> without, std::vector<QuotaStart>& starts) const {
  Departures departures(reg_.trucks.size());
  Walk walk(own_, removals_, without);
  while (const auto step = walk.next()) {
    std::optional<Departure> departure = departure_of(*step, first_day(month_), lag_days_);
    if (!departure) continue;
    const Purchase purchase = showroom_.bought(buyer_after(reg_.trucks[step->slot], departure->delivery), without);
    departure->next = purchase.powertrain;
    departure->bought_for = purchase.decided_by;
    departures.add(*departure);
  }
  const QuotaMonth now{world_, reg_, showroom_, seed_, month_, lag_days_};
  for (const Id<Measure> id : quotas_) {
    if (id != without) meet_quota(now, world_.measures[id], starts, departures);
  }
  return departures;
}

}  // namespace railshift::rules
