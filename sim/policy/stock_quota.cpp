#include "sim/policy/stock_quota.hpp"

namespace railshift::policy {

void About<StockQuota>::check(const StockQuota& kind, const Written&, Contradictions& found) { check_steps("steps", kind.steps, found); }

// The quota names a share of the stock; in some counties it does not name that of the city. It is met by replacing trucks with new-energy
// ones, so the inflow of these segments is ordered too.
std::vector<Declared> About<StockQuota>::orders(const StockQuota& kind) {
  if (asks_of_counties(kind)) return {};
  return {{MetricKind::new_energy_stock_share, kind.segments, kind.vehicle_types, kind.uses},
          {MetricKind::new_energy_new_share, kind.segments, kind.vehicle_types, kind.uses}};
}

bool About<StockQuota>::orders_asked(const StockQuota&, const Asked&) { return true; }

std::optional<Knob> About<StockQuota>::knob(const StockQuota& kind) { return obedience_of(kind); }

Date About<StockQuota>::first_look(const StockQuota&, Date from, int) { return from; }

std::optional<Date> About<StockQuota>::first_act(const StockQuota&, Date from, const RoadOpening&) { return from; }

IdleReason About<StockQuota>::why_idle(const StockQuota& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.obedience <= 0.0) return IdleReason::nobody_obeys;
  return demands_something(kind.steps) ? IdleReason::already_so : IdleReason::demands_nothing;
}

}  // namespace railshift::policy
