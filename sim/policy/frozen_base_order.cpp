#include "sim/policy/frozen_base_order.hpp"

#include <algorithm>

namespace railshift::policy {

void About<FrozenBaseOrder>::check(const FrozenBaseOrder& kind, const Written&, Contradictions& found) {
  check_steps("steps", kind.steps, found);
  check_cumulative("steps", kind.steps, found);
}

// The order names the cumulative share of its own base; the same trucks are also part of the segment's stock.
std::vector<Declared> About<FrozenBaseOrder>::orders(const FrozenBaseOrder& kind) {
  return {{MetricKind::retired_share, {kind.segment}}, {MetricKind::register_stock, {kind.segment}}};
}

bool About<FrozenBaseOrder>::orders_asked(const FrozenBaseOrder& kind, const Asked& asked) {
  return asked.from <= kind.standard && kind.standard <= asked.to &&
         (!asked.powertrain || !kind.powertrain || *asked.powertrain == *kind.powertrain);
}

std::optional<Knob> About<FrozenBaseOrder>::knob(const FrozenBaseOrder& kind) { return obedience_of(kind); }

// The stock is frozen on the day after its base date.
Date About<FrozenBaseOrder>::first_look(const FrozenBaseOrder& kind, Date from, int) { return std::min(from, kind.base_date + 1); }

// Its base must be counted before anybody can leave it.
std::optional<Date> About<FrozenBaseOrder>::first_act(const FrozenBaseOrder& kind, Date from, const RoadOpening&) {
  return std::max(from, kind.base_date + 1);
}

std::optional<Date> About<FrozenBaseOrder>::told_apart(const FrozenBaseOrder& a, Date from_a, const FrozenBaseOrder& b, Date from_b) {
  const bool one_base = a.segment == b.segment && a.standard == b.standard && a.powertrain == b.powertrain && a.base_date == b.base_date;
  return one_base ? std::min(from_a, from_b) : std::min(first_look(a, from_a, 0), first_look(b, from_b, 0));
}

Date About<FrozenBaseOrder>::looked_at_alone(const FrozenBaseOrder&, Date from) { return from; }

IdleReason About<FrozenBaseOrder>::why_idle(const FrozenBaseOrder& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (!demands_something(kind.steps)) return IdleReason::demands_nothing;
  return kind.obedience <= 0.0 ? IdleReason::nobody_obeys : IdleReason::others_first;
}

}  // namespace railshift::policy
