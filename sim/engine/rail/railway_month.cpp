/// What the railway has in a month: paths day by day, tracks, hours in which a window closes them.
#include <algorithm>

#include "sim/engine/rail/railway.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/rules/capacity/precedence.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::engine {
namespace {

/// Trains that queue may book paths of the months to come: so many, with their steps and windows, are known.
constexpr int kMonthsAhead = 3;
/// Behind them all, no step of some days or years holds any more: at most a hundred years (policy/capacity_step.hpp).
constexpr int kMonthsForEver = 12 * 101;

}  // namespace

void Railway::begin_paths(Month month, Tick begin) {
  const rules::Precedence order = rules::precedence(world_.now(), month);
  rank_.clear();
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    goes_first_[m] = rules::goes_before_background(order, movements_[m].chain);
    const rules::Claim* claim = order.claim(movements_[m].chain);
    if (!order.claims.empty()) rank_.push_back(claim == nullptr ? kOrdinaryRank : claim->rank);
  }
  std::vector<rules::CapacitySteps> steps;
  for (int m = 0; m < kMonthsAhead; ++m) steps.emplace_back(world_.now(), month + m);
  // A train that finds no path in the months ahead is booked by what holds for ever: a works of some days never blocks it for good.
  const Month behind_all = std::max(month, month_of(world_->settings.end)) + kMonthsForEver;
  const rules::CapacitySteps for_ever(world_.now(), behind_all);
  for (const RailSection& s : world_->rail_sections) {
    const Id<RailSection> id = world_->rail_sections.id_of(s);
    std::vector<rules::PathDay> days;
    rules::PathDay always{s.slots_per_day, 0, 0};
    const bool stepped = std::any_of(steps.begin(), steps.end(), [&](const rules::CapacitySteps& of) { return of.touch(id); });
    for (int m = 0; stepped && m < kMonthsAhead; ++m) {
      for (Date day = first_day(month + m); day < end_day(month + m); day = day + 1)
        days.push_back(steps[static_cast<std::size_t>(m)].on(id, day));
    }
    if (stepped) always.slots = for_ever.on(id, first_day(behind_all)).slots;
    for (PathSlots* paths : {&sections_[id.index].forward.slots, &sections_[id.index].backward.slots}) {
      paths->set_background(rules::background_trains(world_.now(), s, month));
      paths->set_days(begin / kTicksPerDay, days, always);
    }
  }
}

void Railway::let_on(const std::vector<rules::MonthPlan::Background>& background) {
  for (const rules::MonthPlan::Background& trains : background) {
    SectionPaths& paths = sections_[trains.section];
    (trains.forward ? paths.forward : paths.backward).slots.set_background(trains.let_on_per_day);
  }
}

void Railway::set_tracks(std::uint32_t siding, int count) {
  if (sidings_[siding].count == count) return;
  sidings_[siding].tracks.resize(count);
  sidings_[siding].count = count;
}

void Railway::begin_tracks(Month month, Tick begin) {
  const rules::CapacitySteps steps(world_.now(), month);
  for (const Siding& siding : world_->sidings) {
    const Id<Siding> id = world_->sidings.id_of(siding);
    std::vector<rules::SidingDay>& days = sidings_[id.index].days;
    days.clear();
    if (!steps.touch(id)) {
      set_tracks(id.index, siding.tracks);
      continue;
    }
    for (Date day = first_day(month); day < end_day(month); day = day + 1) days.push_back(steps.on(id, day));
    set_tracks(id.index, days.front().tracks);
    for (std::size_t d = 1; d < days.size(); ++d) {
      if (days[d].tracks == days[d - 1].tracks) continue;
      kernel::start_actor("tracks", [this, at = begin + static_cast<Tick>(d) * kTicksPerDay, siding = id.index, count = days[d].tracks] {
        kernel::sleep_until(at);
        set_tracks(siding, count);
      });
    }
  }
}

/// Work rests while a window is on.
Tick Railway::end_of_work(std::uint32_t siding, Tick now, Tick work) const {
  const std::vector<rules::SidingDay>& days = sidings_[siding].days;
  Tick end = now + work;
  for (std::size_t d = 0; d < days.size(); ++d) {
    const Tick from = month_begin_ + static_cast<Tick>(d) * kTicksPerDay + ticks_from_hours(days[d].closed_from_h);
    const Tick to = from + ticks_from_hours(days[d].closed_h);
    if (to <= now || from >= end) continue;
    end += to - std::max(now, from);
  }
  return end;
}

}  // namespace railshift::engine
