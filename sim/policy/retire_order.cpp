#include "sim/policy/retire_order.hpp"

#include <algorithm>

namespace railshift::policy {

void About<RetireOrder>::check(const RetireOrder&, const Written&, Contradictions&) {}

// The order names the standards whose stock must go, in its segments; in some counties it does not name that of the city.
std::vector<Declared> About<RetireOrder>::orders(const RetireOrder& kind) {
  if (asks_of_counties(kind)) return {};
  return {{MetricKind::register_stock, kind.segments, kind.vehicle_types, kind.uses}};
}

bool About<RetireOrder>::orders_asked(const RetireOrder& kind, const Asked& asked) {
  const auto& burn = kind.powertrains;
  return asked.from <= kind.up_to &&
         (!asked.powertrain || burn.empty() || std::find(burn.begin(), burn.end(), *asked.powertrain) != burn.end());
}

std::optional<Knob> About<RetireOrder>::knob(const RetireOrder& kind) { return obedience_of(kind); }

Date About<RetireOrder>::first_look(const RetireOrder&, Date from, int) { return from; }

std::optional<Date> About<RetireOrder>::first_act(const RetireOrder&, Date from, const RoadOpening&) { return from; }

IdleReason About<RetireOrder>::why_idle(const RetireOrder& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  return kind.obedience <= 0.0 ? IdleReason::nobody_obeys : IdleReason::others_first;
}

}  // namespace railshift::policy
