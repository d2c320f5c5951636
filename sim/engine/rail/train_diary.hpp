#pragma once
/// What trains do, told in the order in which it happens: a train knows the time of its path before that comes.
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "sim/ledger/trains_csv.hpp"

namespace railshift::engine {

/// Told of what trains do; may be empty.
using TrainLog = std::function<void(const ledger::TrainEvent&)>;

/// Keeps what is still to come. Events of one tick are told in the order in which they were noted.
class TrainDiary {
 public:
  /// Precondition: `log` is not empty.
  explicit TrainDiary(TrainLog log) : log_(std::move(log)) {}
  /// Notes an event of now or later, and tells what has happened up to now. Ticks of `now` never fall.
  void note(const ledger::TrainEvent& event, Tick now);
  /// Tells what happened before a tick.
  void tell_before(Tick now);

 private:
  struct Entry {
    ledger::TrainEvent event;
    std::int64_t number = 0;
    /// Of a queue whose top is the last: what comes later goes first.
    friend bool operator<(const Entry& a, const Entry& b) {
      return a.event.tick != b.event.tick ? a.event.tick > b.event.tick : a.number > b.number;
    }
  };
  TrainLog log_;
  std::priority_queue<Entry> to_come_;
  std::int64_t noted_ = 0;
};

}  // namespace railshift::engine
