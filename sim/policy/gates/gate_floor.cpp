#include "sim/policy/gates/gate_floor.hpp"

namespace railshift::policy {

void About<GateFloor>::check(const GateFloor&, const Written& written, Contradictions& found) { check_who(written, found); }

// The floor names the standard that may pass the gate, hence which trucks carry the tonnes: the clean share by tonnes and by entries. It
// orders both readings (with and without National VI), because new-energy trucks are what always passes.
std::vector<Declared> About<GateFloor>::orders(const GateFloor&) { return {{MetricKind::clean_share}, {MetricKind::clean_ok}}; }

bool About<GateFloor>::orders_asked(const GateFloor&, const Asked&) { return true; }

std::optional<Knob> About<GateFloor>::knob(const GateFloor& kind) { return obedience_of(kind); }

Date About<GateFloor>::first_look(const GateFloor&, Date from, int) { return from; }

std::optional<Date> About<GateFloor>::first_act(const GateFloor&, Date from, const RoadOpening&) { return from; }

IdleReason About<GateFloor>::why_idle(const GateFloor& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.obedience <= 0.0 || seen.followed == Followed::nobody_obeys) return IdleReason::nobody_obeys;
  return kind.floor == Standard::china0 ? IdleReason::demands_nothing : IdleReason::already_so;
}

}  // namespace railshift::policy
