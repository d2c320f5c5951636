#include "sim/policy/distance_preference.hpp"

namespace railshift::policy {

void About<DistancePreference>::check(const DistancePreference&, const Written&, Contradictions&) {}

// "Prefer" names no level: what the price moves is not ordered.
std::vector<Declared> About<DistancePreference>::orders(const DistancePreference&) { return {}; }

bool About<DistancePreference>::orders_asked(const DistancePreference&, const Asked&) { return true; }

std::optional<Knob> About<DistancePreference>::knob(const DistancePreference& kind) {
  return Knob{KnobField::price_yuan_per_t, kind.price.value, kLargestPrice};
}

Date About<DistancePreference>::first_look(const DistancePreference&, Date from, int) { return from; }

// Prices change with the month.
std::optional<Date> About<DistancePreference>::first_act(const DistancePreference&, Date from, const RoadOpening&) {
  return next_month_start(from);
}

// Whoever is in scope bears the price; without effect there was nothing to choose.
IdleReason About<DistancePreference>::why_idle(const DistancePreference& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  return kind.price.value <= 0.0 ? IdleReason::demands_nothing : IdleReason::no_way;
}

}  // namespace railshift::policy
