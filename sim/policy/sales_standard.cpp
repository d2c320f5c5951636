#include "sim/policy/sales_standard.hpp"

namespace railshift::policy {

void About<SalesStandard>::check(const SalesStandard&, const Written&, Contradictions&) {}

// It says what can be bought, not how many old trucks remain.
std::vector<Declared> About<SalesStandard>::orders(const SalesStandard&) { return {}; }

bool About<SalesStandard>::orders_asked(const SalesStandard&, const Asked&) { return true; }

std::optional<Knob> About<SalesStandard>::knob(const SalesStandard&) { return std::nullopt; }

// A truck that is registered under the law was bought before.
Date About<SalesStandard>::first_look(const SalesStandard&, Date from, int lag) { return from - lag; }

std::optional<Date> About<SalesStandard>::first_act(const SalesStandard&, Date from, const RoadOpening&) { return from; }

IdleReason About<SalesStandard>::why_idle(const SalesStandard& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  // Without any law new trucks are National III.
  return kind.standard <= Standard::china3 ? IdleReason::demands_nothing : IdleReason::others_first;
}

}  // namespace railshift::policy
