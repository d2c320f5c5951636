#include "sim/engine/rail/path_slots.hpp"

#include <utility>

#include "sim/core/contract.hpp"

namespace railshift::engine {

void PathSlots::set_days(std::int64_t first, std::vector<rules::PathDay> days, rules::PathDay always) {
  first_ = first;
  days_ = std::move(days);
  always_ = always;
}

const rules::PathDay& PathSlots::on(std::int64_t day) const {
  const std::int64_t at = day - first_;
  return at >= 0 && at < static_cast<std::int64_t>(days_.size()) ? days_[static_cast<std::size_t>(at)] : always_;
}

Tick PathSlots::start_of(Slot slot) const {
  const std::int64_t per_day = on(slot.day).slots;
  const std::int64_t halves = 2 * slot.in_day + (phase_ == Phase::between ? 1 : 0);
  return slot.day * kTicksPerDay + (halves * kTicksPerDay + per_day) / (2 * per_day);
}

bool PathSlots::is_taken(Slot slot, std::int64_t background) const {
  const rules::PathDay& day = on(slot.day);
  return day.is_closed(slot.in_day) || rules::is_background(day, background, slot.day, slot.in_day);
}

PathSlots::Slot PathSlots::after(Slot slot) const {
  if (slot.in_day + 1 < on(slot.day).slots) return {slot.day, slot.in_day + 1};
  do ++slot.day;
  while (on(slot.day).slots == 0);
  return {slot.day, 0};
}

Tick PathSlots::book(Tick ready, std::int64_t background) {
  RAILSHIFT_EXPECTS(background < always_.slots * rules::kBackgroundParts, "a section with trains of ours has free slots");
  const std::int64_t day = ready / kTicksPerDay;
  // One before the slot in which `ready` lies: its start may have been rounded up to it.
  Slot slot{day, (ready % kTicksPerDay) * on(day).slots / kTicksPerDay - 1};
  if (slot.in_day < 0) slot = after({day, -1});
  if (slot.day < last_.day || (slot.day == last_.day && slot.in_day <= last_.in_day)) slot = after(last_);
  while (start_of(slot) < ready || is_taken(slot, background)) slot = after(slot);
  last_ = slot;
  on_last_ = 1;
  return start_of(slot);
}

std::optional<Tick> PathSlots::join(Tick ready, std::int64_t most) {
  if (on_last_ == 0 || on_last_ >= most || start_of(last_) < ready) return std::nullopt;
  ++on_last_;
  return start_of(last_);
}

}  // namespace railshift::engine
