#include "sim/policy/rail_duty.hpp"

#include <algorithm>

namespace railshift::policy {

void About<RailDuty>::check(const RailDuty& kind, const Written& written, Contradictions& found) {
  check_who(written, found);
  check_steps("required", kind.required, found);
}

// The duty names a rail share. Rail tonnes are not ordered: they also follow from how much the firms move.
std::vector<Declared> About<RailDuty>::orders(const RailDuty&) { return {{MetricKind::rail_share}, {MetricKind::firms_passing}}; }

// A duty of named firms says nothing about one other firm.
bool About<RailDuty>::orders_asked(const RailDuty& kind, const Asked& asked) {
  return kind.firms.empty() || !asked.firm || std::find(kind.firms.begin(), kind.firms.end(), *asked.firm) != kind.firms.end();
}

std::optional<Knob> About<RailDuty>::knob(const RailDuty& kind) {
  return Knob{KnobField::price_yuan_per_t, kind.price.value, kLargestPrice};
}

Date About<RailDuty>::first_look(const RailDuty&, Date from, int) { return from; }

// Prices change with the month.
std::optional<Date> About<RailDuty>::first_act(const RailDuty&, Date from, const RoadOpening&) { return next_month_start(from); }

IdleReason About<RailDuty>::why_idle(const RailDuty& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (!demands_something(kind.required) || kind.price.value <= 0.0) return IdleReason::demands_nothing;
  const bool begun = std::any_of(kind.required.begin(), kind.required.end(),
                                 [&](const RequiredStep& step) { return step.level > 0.0 && next_month_start(step.due) < seen.run_end; });
  return begun ? IdleReason::already_so : IdleReason::not_started;
}

}  // namespace railshift::policy
