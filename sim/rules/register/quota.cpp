#include "sim/rules/register/quota.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"
#include "sim/rules/register/truck_scope.hpp"

namespace railshift::rules {
namespace {

/// Rounded up; the margin absorbs 0.196 x 1000 = 196.00000000000003.
std::int64_t whole_trucks(double exact) { return static_cast<std::int64_t>(std::ceil(exact - 1e-9)); }

/// One quota in one month.
class QuotaOrder {
 public:
  QuotaOrder(const QuotaMonth& now, const Measure& measure, Departures& departures)
      : now_(now),
        measure_(measure),
        quota_(*policy::as<StockQuota>(measure)),
        scope_(now.world, measure),
        hash_(hash_text(measure.id)),
        departures_(departures) {}

  void meet(std::vector<QuotaStart>& starts) {
    for (std::size_t k = 0; k < quota_.steps.size(); ++k) {
      const QuotaStep step = quota_step(quota_, k, measure_.from, now_.lag_days);
      const Date begin = std::max(first_day(now_.month), step.start);
      const Date end = std::min(end_day(now_.month), step.end);
      if (begin >= end) continue;
      const QuotaStart start = start_of(k, begin, starts);
      const Date turn = std::clamp(step.reached, begin, end);
      fill(step, start, begin, turn);
      fill(step, start, turn, end);
    }
  }

 private:
  using Ranked = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // draw, slot

  [[nodiscard]] std::uint32_t rank(const RegisteredTruck& truck) const {
    return owner_words(now_.seed, hash_, truck.row_hash, truck.ordinal)[0];
  }
  /// What stands in a slot at the start of a day, or is on order for it.
  [[nodiscard]] Powertrain powertrain_on(std::uint32_t slot, Date day) const {
    const Departure* leaving = departures_.of(slot);
    return leaving != nullptr && leaving->day < day ? leaving->next : now_.reg.trucks[slot].vehicle.access.powertrain;
  }
  /// visit(slot) for every slot in scope.
  template <class Visit>
  void each_slot(Visit visit) const {
    for (std::uint32_t slot = 0; slot < now_.reg.trucks.size(); ++slot) {
      const RegisteredTruck& truck = now_.reg.trucks[slot];
      if (scope_.holds(truck.row_hash, truck.segment, truck.vehicle.type)) visit(slot);
    }
  }

  QuotaStart start_of(std::size_t step, Date day, std::vector<QuotaStart>& starts) const {
    for (const QuotaStart& start : starts) {
      if (start.measure == measure_.id && start.step == step) return start;
    }
    std::vector<std::uint32_t> others;
    std::int64_t stock = 0;
    each_slot([&](std::uint32_t slot) {
      ++stock;
      if (!is_new_energy(powertrain_on(slot, day))) others.push_back(rank(now_.reg.trucks[slot]));
    });
    const auto clean = static_cast<double>(stock - static_cast<std::int64_t>(others.size()));
    starts.push_back({measure_.id, step, day, stock == 0 ? 0.0 : clean / static_cast<double>(stock), obeys_below(std::move(others))});
    return starts.back();
  }
  [[nodiscard]] std::uint64_t obeys_below(std::vector<std::uint32_t> ranks) const {
    if (quota_.obedience >= 1.0) return std::uint64_t{1} << 32U;
    const std::int64_t obedient = whole_trucks(quota_.obedience * static_cast<double>(ranks.size()));
    if (obedient <= 0) return 0;
    const auto last = ranks.begin() + (obedient - 1);
    std::nth_element(ranks.begin(), last, ranks.end());
    return std::uint64_t{*last} + 1;
  }

  /// Orders what is missing at `end` from those who can act in [begin, end).
  void fill(const QuotaStep& step, const QuotaStart& start, Date begin, Date end) {
    if (begin >= end) return;
    std::int64_t stock = 0;
    std::int64_t clean = 0;
    Ranked buying;   // leave in the stretch and would buy something else
    Ranked keeping;  // hold something else and are not leaving
    each_slot([&](std::uint32_t slot) {
      const RegisteredTruck& truck = now_.reg.trucks[slot];
      ++stock;
      if (is_new_energy(powertrain_on(slot, end))) {
        ++clean;
        return;
      }
      const Departure* leaving = departures_.of(slot);
      const bool can_act = leaving != nullptr ? leaving->day >= begin && leaving->day < end : truck.present;
      const std::uint32_t drawn = rank(truck);
      if (can_act && drawn < start.obeys_below) (leaving != nullptr ? buying : keeping).emplace_back(drawn, slot);
    });
    const std::int64_t missing = whole_trucks(quota_path(quota_, start, step, end) * static_cast<double>(stock)) - clean;
    cut(buying, missing);
    cut(keeping, missing - static_cast<std::int64_t>(buying.size()));
    for (const auto& [drawn, slot] : buying) buy(slot);
    for (const auto& [drawn, slot] : keeping) scrap(slot, begin, end);
  }
  /// The first `count` by rank, in order.
  static void cut(Ranked& ranked, std::int64_t count) {
    const std::int64_t kept = std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(ranked.size()));
    std::partial_sort(ranked.begin(), ranked.begin() + kept, ranked.end());
    ranked.resize(static_cast<std::size_t>(kept));
  }
  void buy(std::uint32_t slot) {
    const Date delivery = departures_.of(slot)->delivery;
    departures_.buy_instead(slot, now_.showroom.new_energy(buyer_after(now_.reg.trucks[slot], delivery)), id());
  }
  void scrap(std::uint32_t slot, Date begin, Date end) {
    const RegisteredTruck& truck = now_.reg.trucks[slot];
    const OwnerWords words = owner_words(now_.seed, hash_, truck.row_hash, truck.ordinal);
    const Date day = begin + static_cast<int>(to_uniform(words[1]) * (end - begin));
    const Date delivery = day + now_.lag_days;
    departures_.add({slot, LeaveCause::stock_quota, day, delivery, now_.showroom.new_energy(buyer_after(truck, delivery)), id(), id()});
  }
  [[nodiscard]] Id<Measure> id() const { return now_.world.measures.id_of(measure_); }

  const QuotaMonth& now_;
  const Measure& measure_;
  const StockQuota& quota_;
  TruckScope scope_;
  std::uint64_t hash_;
  Departures& departures_;
};

}  // namespace

QuotaStep quota_step(const StockQuota& quota, std::size_t step, Date from, int lag_days) {
  QuotaStep days{from, from, from};
  for (std::size_t k = 0; k <= step; ++k) {
    days.start = days.end;
    days.end = std::max(days.start, quota.steps[k].due + 1);
    days.reached = std::max(days.start + 1, quota.steps[k].due + 1 - lag_days);
  }
  if (step + 1 == quota.steps.size()) days.end = Date{std::numeric_limits<std::int32_t>::max()};
  return days;
}

double quota_aim(const StockQuota& quota, const QuotaStart& start) {
  const double level = quota.steps[start.step].level;
  return std::min(start.share, level) + quota.obedience * std::max(0.0, level - start.share);
}

double quota_path(const StockQuota& quota, const QuotaStart& start, const QuotaStep& step, Date day) {
  const double aim = quota_aim(quota, start);
  if (day >= step.reached) return aim;
  const double begun = std::min(start.share, quota.steps[start.step].level);
  return begun + (aim - begun) * (day - start.day) / (step.reached - start.day);
}

void meet_quota(const QuotaMonth& now, const Measure& measure, std::vector<QuotaStart>& starts, Departures& departures) {
  if (measure.from >= end_day(now.month)) return;
  QuotaOrder(now, measure, departures).meet(starts);
}

}  // namespace railshift::rules
