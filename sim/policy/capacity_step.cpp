#include "sim/policy/capacity_step.hpp"

#include <algorithm>

namespace railshift::policy {
namespace {

/// The day on which the step begins in a later year; 29 February is 28 February there.
Date begins_in(Date from, int year) {
  const Month month = make_month(year, month_of(from).number());
  return std::min(first_day(month) + (from - first_day(month_of(from))), end_day(month) - 1);
}

/// The day on which the step that is in force on a day began; nothing if none is.
std::optional<Date> began(const CapacityStep& step, Date from, Date day) {
  if (day < from) return std::nullopt;
  if (step.days == 0) return from;
  const int last = std::min(year_of(day), year_of(from) + step.years - 1);
  for (int year = std::max(year_of(from), last - 1); year <= last; ++year) {
    const Date begin = begins_in(from, year);
    if (begin <= day && day < begin + step.days) return begin;
  }
  return std::nullopt;
}

bool adds_something(const CapacityStep& kind) { return kind.t_per_day != 0.0 || kind.tracks != 0 || kind.slots_per_day != 0; }

void check_places(const CapacityStep& kind, Contradictions& found) {
  if (kind.sidings.empty() && kind.sections.empty())
    found.push_back({"",
                     {"sidings（专用线、货场）和 sections（区段）都没写", "neither sidings nor sections stands here"},
                     {"能力变化要写明在哪里", "a step of capacity names where it is"},
                     {"写 sidings 或 sections", "write sidings or sections"}});
  if (kind.sidings.empty() && (kind.t_per_day != 0.0 || kind.tracks != 0))
    found.push_back({kind.tracks != 0 ? "tracks" : "t_per_day",
                     {"没有写 sidings（专用线、货场）", "there are no sidings"},
                     {"日能力和装卸线是专用线或货场的", "handling and tracks are those of sidings or yards"},
                     {"补上 sidings，区段写 slots_per_day", "add sidings; of sections write slots_per_day"}});
  if (kind.sections.empty() && kind.slots_per_day != 0)
    found.push_back({"slots_per_day",
                     {"没有写 sections（区段）", "there are no sections"},
                     {"运行线是区段的", "path slots are those of sections"},
                     {"补上 sections", "add sections"}});
}

}  // namespace

bool in_force(const CapacityStep& step, Date from, Date day) { return began(step, from, day).has_value(); }

double part_there(const CapacityStep& step, Date from, Date day) {
  const auto begin = began(step, from, day);
  if (!begin) return 0.0;
  if (step.ramp_months == 0) return 1.0;
  return std::min(1.0, static_cast<double>(month_of(day) - month_of(*begin) + 1) / step.ramp_months);
}

bool touches(const CapacityStep& step, Date from, Month month) {
  for (Date day = first_day(month); day < end_day(month); day = day + 1) {
    if (in_force(step, from, day)) return true;
  }
  return false;
}

void About<CapacityStep>::check(const CapacityStep& kind, const Written&, Contradictions& found) {
  check_places(kind, found);
  if (!adds_something(kind) && kind.hours_per_day <= 0.0)
    found.push_back({"",
                     {"没有写任何变化", "it changes nothing"},
                     {"能力变化至少改变一个数", "a step of capacity changes at least one number"},
                     {"写 t_per_day、tracks、slots_per_day 或 hours_per_day", "write t_per_day, tracks, slots_per_day or hours_per_day"}});
  if (kind.ramp_months > 0 && !adds_something(kind))
    found.push_back({"ramp_months",
                     both("ramp_months（爬坡月数）为 {}，只有天窗", "ramp_months is {}, and there is only a window", kind.ramp_months),
                     {"天窗没有爬坡", "a window has no ramp"},
                     {"去掉 ramp_months", "leave out ramp_months"}});
  if (kind.years > 1 && kind.days == 0)
    found.push_back({"years",
                     both("years（年数）为 {}，没有 days（持续天数）", "years is {}, without days", kind.years),
                     {"每年重复的变化要写持续天数", "what comes again every year lasts a number of days"},
                     {"补上 days", "add days"}});
  if (kind.begins_hour + kind.hours_per_day > kHoursOfDay)
    found.push_back(
        {"begins_hour",
         both("天窗从 {:g} 时起，共 {:g} 小时", "the window begins at {:g} h and lasts {:g} h", kind.begins_hour, kind.hours_per_day),
         {"天窗在当日内结束", "a window ends on its day"},
         both("写 {:g} 或更小的数", "write {:g} or less", kHoursOfDay - kind.hours_per_day)});
}

// Whether more goods go by rail is up to the shippers.
std::vector<Declared> About<CapacityStep>::orders(const CapacityStep&) { return {}; }

bool About<CapacityStep>::orders_asked(const CapacityStep&, const Asked&) { return true; }

std::optional<Knob> About<CapacityStep>::knob(const CapacityStep&) { return std::nullopt; }

Date About<CapacityStep>::first_look(const CapacityStep&, Date from, int) { return from; }

// The month in which it begins is planned with the days on which it holds.
std::optional<Date> About<CapacityStep>::first_act(const CapacityStep&, Date from, const RoadOpening&) { return from; }

IdleReason About<CapacityStep>::why_idle(const CapacityStep&, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  return seen.in_scope == 0 ? IdleReason::nothing_in_scope : IdleReason::room_enough;
}

}  // namespace railshift::policy
