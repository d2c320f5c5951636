#include "sim/policy/new_only.hpp"

namespace railshift::policy {

void About<NewOnly>::check(const NewOnly&, const Written&, Contradictions&) {}

// The rule names the powertrain of every new truck, unless only of some counties; the stock of these segments then follows with natural
// turnover alone, so that its new-energy share is ordered as well.
std::vector<Declared> About<NewOnly>::orders(const NewOnly& kind) {
  if (asks_of_counties(kind)) return {};
  return {{MetricKind::new_energy_new_share, kind.segments, kind.vehicle_types, kind.uses},
          {MetricKind::new_energy_stock_share, kind.segments, kind.vehicle_types, kind.uses}};
}

bool About<NewOnly>::orders_asked(const NewOnly&, const Asked&) { return true; }

std::optional<Knob> About<NewOnly>::knob(const NewOnly& kind) { return obedience_of(kind); }

// A truck that is registered under the rule was bought before.
Date About<NewOnly>::first_look(const NewOnly&, Date from, int lag) { return from - lag; }

std::optional<Date> About<NewOnly>::first_act(const NewOnly&, Date from, const RoadOpening&) { return from; }

IdleReason About<NewOnly>::why_idle(const NewOnly& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  return kind.obedience <= 0.0 ? IdleReason::nobody_obeys : IdleReason::others_first;
}

}  // namespace railshift::policy
