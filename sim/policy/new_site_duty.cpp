#include "sim/policy/new_site_duty.hpp"

namespace railshift::policy {

void About<NewSiteDuty>::check(const NewSiteDuty& kind, const Written&, Contradictions& found) {
  if (kind.modes.empty())
    found.push_back({"modes",
                     {"modes（接入方式）是空列表", "modes is an empty list"},
                     {"至少要有一种接入方式", "at least one mode connects a site"},
                     {"写 [\"siding\", \"pipe\"]", "write [\"siding\", \"pipe\"]"}});
  for (const SiteKind sector : kind.sectors) {
    if (sector != SiteKind::external && sector != SiteKind::rail_yard) continue;
    found.push_back({"sectors",
                     {"sectors（行业）里有市外或铁路货场", "sectors holds external or rail_yard"},
                     {"接入要求针对市内厂区", "the duty is one of sites of the study area that rail is to reach"},
                     {"从 sectors 里去掉", "drop it from sectors"}});
  }
}

// The order is the connection; of whom it is asked depends on which sites open.
std::vector<Declared> About<NewSiteDuty>::orders(const NewSiteDuty&) { return {}; }

bool About<NewSiteDuty>::orders_asked(const NewSiteDuty&, const Asked&) { return true; }

std::optional<Knob> About<NewSiteDuty>::knob(const NewSiteDuty& kind) {
  return Knob{KnobField::price_yuan_per_t, kind.price.value, kLargestPrice};
}

Date About<NewSiteDuty>::first_look(const NewSiteDuty&, Date from, int) { return from; }

// Prices change with the month.
std::optional<Date> About<NewSiteDuty>::first_act(const NewSiteDuty&, Date from, const RoadOpening&) { return next_month_start(from); }

// A site in scope that bears no price is connected; one that bears it and has one chain only has no other way.
IdleReason About<NewSiteDuty>::why_idle(const NewSiteDuty& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.price.value <= 0.0) return IdleReason::demands_nothing;
  return seen.remains ? IdleReason::no_way : IdleReason::already_so;
}

}  // namespace railshift::policy
