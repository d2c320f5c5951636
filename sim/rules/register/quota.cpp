#include "sim/rules/register/quota.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/owner_response.hpp"

namespace railshift::rules {
namespace {

using Ranked = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // draw, slot

/// The stock as it will stand once this month's departures are replaced.
struct StockView {
  std::int64_t stock = 0;
  std::int64_t new_energy = 0;
  Ranked buying;   ///< leave this month under the quota and would buy something else
  Ranked keeping;  ///< hold something else and are not leaving
};

StockView view_of(const QuotaMonth& now, const Measure& measure, const StockQuota& quota, const Departures& departures) {
  StockView s;
  const std::vector<bool> segments = segment_set(now.world, quota.segments);
  const std::uint64_t hash = hash_text(measure.id);
  for (std::uint32_t slot = 0; slot < now.reg.trucks.size(); ++slot) {
    const RegisteredTruck& truck = now.reg.trucks[slot];
    if (!segments[truck.segment.index]) continue;
    ++s.stock;
    const Departure* leaving = departures.of(slot);
    if (is_new_energy(leaving != nullptr ? leaving->next : truck.vehicle.access.powertrain)) {
      ++s.new_energy;
    } else if (leaving != nullptr ? leaving->day >= measure.from : truck.present) {
      const std::uint32_t rank = owner_words(now.seed, hash, truck.row_hash, truck.ordinal)[0];
      (leaving != nullptr ? s.buying : s.keeping).emplace_back(rank, slot);
    }
  }
  return s;
}

/// The first `count` by rank, in order.
void cut(Ranked& ranked, std::int64_t count) {
  const auto keep = std::min(static_cast<std::ptrdiff_t>(ranked.size()), static_cast<std::ptrdiff_t>(count));
  std::partial_sort(ranked.begin(), ranked.begin() + keep, ranked.end());
  ranked.resize(static_cast<std::size_t>(keep));
}

/// A day of the month on or after `from`, drawn from the owner's second word.
Date removal_day(const QuotaMonth& now, const Measure& measure, const RegisteredTruck& truck) {
  const Date begin = std::max(first_day(now.month), measure.from);
  const OwnerWords words = owner_words(now.seed, hash_text(measure.id), truck.row_hash, truck.ordinal);
  return begin + static_cast<int>(to_uniform(words[1]) * (end_day(now.month) - begin));
}

}  // namespace

double quota_level(const StockQuota& quota, Date from, int lead_days, Date day) {
  double level = 0.0;
  Date last = from;
  for (const RequiredStep& step : quota.steps) {
    if (day <= last) return level;
    const Date reached = std::max(last + 1, step.due + 1 - lead_days);
    if (day < reached) return level + (step.level - level) * (day - last) / (reached - last);
    level = step.level;
    last = reached;
  }
  return level;
}

void meet_quota(const QuotaMonth& now, const Measure& measure, const StockQuota& quota, Departures& departures) {
  if (measure.from >= end_day(now.month)) return;
  StockView s = view_of(now, measure, quota, departures);
  const double level = quota_level(quota, measure.from, now.lag_days, end_day(now.month));
  const double exact = level * quota.obedience * static_cast<double>(s.stock);
  std::int64_t missing = static_cast<std::int64_t>(std::ceil(exact - 1e-9)) - s.new_energy;
  if (missing <= 0) return;
  const Id<Measure> id = now.world.measures.id_of(measure);
  cut(s.buying, missing);
  for (const auto& [rank, slot] : s.buying) {
    const Date delivery = departures.of(slot)->day + now.lag_days;
    departures.buy_instead(slot, now.showroom.new_energy(buyer_after(now.reg.trucks[slot], delivery)), id);
  }
  missing -= static_cast<std::int64_t>(s.buying.size());
  cut(s.keeping, missing);
  for (const auto& [rank, slot] : s.keeping) {
    const RegisteredTruck& truck = now.reg.trucks[slot];
    const Date day = removal_day(now, measure, truck);
    const Powertrain next = now.showroom.new_energy(buyer_after(truck, day + now.lag_days));
    departures.add({slot, LeaveCause::stock_quota, day, next, id, id});
  }
}

}  // namespace railshift::rules
