#include "sim/engine/rail/path_slots.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::engine {

Tick PathSlots::start_of(std::int64_t slot) const {
  const std::int64_t in_day = slot % per_day_;
  return slot / per_day_ * kTicksPerDay + (2 * in_day * kTicksPerDay + per_day_) / (2 * per_day_);
}

bool PathSlots::is_background(std::int64_t slot) const { return (slot % per_day_) * background_ % per_day_ < background_; }

Tick PathSlots::book(Tick ready) {
  RAILSHIFT_EXPECTS(background_ < per_day_, "a section with trains of ours has free slots");
  const std::int64_t day = ready / kTicksPerDay;
  std::int64_t slot = day * per_day_ + (ready % kTicksPerDay) * per_day_ / kTicksPerDay;
  slot = std::max(std::max<std::int64_t>(slot - 1, 0), last_ + 1);
  while (start_of(slot) < ready || is_background(slot)) ++slot;
  last_ = slot;
  return start_of(slot);
}

}  // namespace railshift::engine
