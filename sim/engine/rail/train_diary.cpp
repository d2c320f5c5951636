#include "sim/engine/rail/train_diary.hpp"

namespace railshift::engine {

void TrainDiary::note(const ledger::TrainEvent& event, Tick now) {
  to_come_.push({event, noted_++});
  tell_before(now + 1);
}

void TrainDiary::tell_before(Tick now) {
  while (!to_come_.empty() && to_come_.top().event.tick < now) {
    log_(to_come_.top().event);
    to_come_.pop();
  }
}

}  // namespace railshift::engine
