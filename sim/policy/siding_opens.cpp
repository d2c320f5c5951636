#include "sim/policy/siding_opens.hpp"

#include <algorithm>

namespace railshift::policy {

void About<SidingOpens>::check(const SidingOpens& kind, const Written&, Contradictions& found) {
  if ((kind.ramp_months > 0) != (kind.first_share < 1.0))
    found.push_back({kind.ramp_months > 0 ? "first_share" : "ramp_months",
                     both("ramp_months（爬坡月数）为 {}，first_share（首月比例）为 {:g}", "ramp_months is {}, first_share is {:g}",
                          kind.ramp_months, kind.first_share),
                     {"爬坡要有月数，且从小于 1 的比例开始", "a ramp has a length and begins below 1"},
                     {"ramp_months 写 1 或更大的数、first_share 写小于 1 的数，或两个都不写",
                      "write ramp_months from 1 on and first_share below 1, or neither"}});
  if (kind.built <= kind.in_service) return;
  found.push_back({"in_service",
                   both("in_service（投用日）为 {}，built（建成日）为 {}", "in_service is {}, built is {}", to_string(kind.in_service),
                        to_string(kind.built)),
                   {"专用线先建成，后投用", "a siding is built before it is in service"},
                   {"改正其中一个日期", "correct one of the days"}});
}

std::vector<Declared> About<SidingOpens>::orders(const SidingOpens&) { return {{MetricKind::siding_access}}; }

bool About<SidingOpens>::orders_asked(const SidingOpens&, const Asked&) { return true; }

std::optional<Knob> About<SidingOpens>::knob(const SidingOpens&) { return std::nullopt; }

Date About<SidingOpens>::first_look(const SidingOpens&, Date from, int) { return from; }

// Chains open with the month.
std::optional<Date> About<SidingOpens>::first_act(const SidingOpens& kind, Date from, const RoadOpening&) {
  return next_month_start(std::max(from, kind.in_service));
}

std::optional<Date> About<SidingOpens>::told_apart(const SidingOpens& a, Date from_a, const SidingOpens& b, Date from_b) {
  if (from_a != from_b) return std::min(from_a, from_b);
  const bool same_ramp = a.ramp_months == b.ramp_months && a.first_share == b.first_share;
  if (a.in_service == b.in_service && same_ramp) return std::nullopt;
  return std::max(from_a, std::min(a.in_service, b.in_service));
}

IdleReason About<SidingOpens>::why_idle(const SidingOpens&, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  return seen.in_scope > 0 ? IdleReason::already_so : IdleReason::not_used;
}

}  // namespace railshift::policy
