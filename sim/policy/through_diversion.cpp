#include "sim/policy/through_diversion.hpp"

#include <algorithm>

namespace railshift::policy {

void About<ThroughDiversion>::check(const ThroughDiversion&, const Written&, Contradictions&) {}

// The rule names the links that through trucks must leave alone.
std::vector<Declared> About<ThroughDiversion>::orders(const ThroughDiversion&) { return {{MetricKind::through_km_inside}}; }

bool About<ThroughDiversion>::orders_asked(const ThroughDiversion&, const Asked&) { return true; }

std::optional<Knob> About<ThroughDiversion>::knob(const ThroughDiversion& kind) { return obedience_of(kind); }

Date About<ThroughDiversion>::first_look(const ThroughDiversion&, Date from, int) { return from; }

// Nobody is sent round on a road that is not there.
std::optional<Date> About<ThroughDiversion>::first_act(const ThroughDiversion& kind, Date from, const RoadOpening& opening) {
  const std::optional<Date> open = opening(kind.when_opens);
  return open ? std::optional(std::max(from, *open)) : std::nullopt;
}

IdleReason About<ThroughDiversion>::why_idle(const ThroughDiversion& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.obedience <= 0.0 || seen.followed == Followed::nobody_obeys) return IdleReason::nobody_obeys;
  if (!seen.remains) return IdleReason::already_so;
  return seen.followed == Followed::no_way ? IdleReason::no_way : IdleReason::others_first;
}

}  // namespace railshift::policy
