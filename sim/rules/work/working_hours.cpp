#include "sim/rules/work/working_hours.hpp"

#include <algorithm>

namespace railshift::rules {

std::optional<WorkDay> work_day(const Site& site) {
  if (!site.work_from_h || !site.work_to_h) return std::nullopt;
  const WorkDay day{ticks_from_hours(*site.work_from_h), ticks_from_hours(*site.work_to_h)};
  if (day.from == 0 && day.to == kTicksPerDay) return std::nullopt;
  return day;
}

ClosedTime closed_time(const Closure& c, Date day_zero) {
  const auto tick = [&](Date day, double hour) {
    return std::max<Tick>(0, static_cast<Tick>(day - day_zero) * kTicksPerDay + ticks_from_hours(hour));
  };
  return {tick(c.from_day, c.from_h), tick(c.to_day, c.to_h)};
}

WorkingHours::WorkingHours(std::optional<WorkDay> day, std::vector<ClosedTime> closed) : day_(day), closed_(std::move(closed)) {
  std::sort(closed_.begin(), closed_.end(), [](const ClosedTime& a, const ClosedTime& b) { return a.from < b.from; });
}

Tick WorkingHours::next_open(Tick now) const {
  for (Tick at = now;;) {
    const Tick before = at;
    if (day_ && !day_->holds(at % kTicksPerDay)) {
      const Tick midnight = at - at % kTicksPerDay;
      at = midnight + day_->from + (at % kTicksPerDay >= day_->from ? kTicksPerDay : 0);
    }
    for (const ClosedTime& c : closed_) {
      if (c.from > at) break;
      at = std::max(at, std::min(c.to, kMaxTick));
    }
    if (at == before) return at;
  }
}

std::vector<WorkingHours> working_hours(const World& world) {
  std::vector<std::vector<ClosedTime>> closed(world.sites.size());
  for (const Closure& c : world.closures) {
    if (c.site) closed[c.site->index].push_back(closed_time(c, world.settings.day_zero()));
  }
  std::vector<WorkingHours> out;
  for (const Site& site : world.sites) out.emplace_back(work_day(site), std::move(closed[world.sites.id_of(site).index]));
  return out;
}

}  // namespace railshift::rules
