#pragma once
/// Clock: SimGrid is the master clock; the calendar runs ahead inside one SimGrid kernel Model up to SimGrid's next event.
/// This header shows no SimGrid type. One Clock a process: SimGrid's engine is a singleton whose time survives it.
#include <memory>

#include "sim/core/date.hpp"
#include "sim/kernel/calendar.hpp"

namespace railshift::kernel {

/// ahead: the calendar runs all its events up to SimGrid's next one in a single call. step: SimGrid's clock stops at each of them.
/// Both give the same bytes; step is the oracle.
enum class KernelMode { ahead, step };

/// What the calendar drives.
class Stepper {
 public:
  virtual ~Stepper() = default;
  /// One event at its own tick. Never calls SimGrid: what crosses over goes into the stepper's outbox.
  virtual void step(Key key) = 0;
  /// The next events in the open bucket, as a hint to prefetch what they will touch.
  virtual void hint(Key key) = 0;
  /// True if something waits to cross over to SimGrid at the tick of the last step.
  [[nodiscard]] virtual bool outbox_full() const = 0;
  /// SimGrid's clock stands at the tick of the last step: start actors, release semaphores.
  virtual void flush_outbox() = 0;
};

class Clock {
 public:
  /// Starts SimGrid with a fixed argv and the project's settings. The platform is one host named "city".
  Clock(KernelMode mode, Calendar& calendar, Stepper& stepper);
  ~Clock();
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;

  /// Runs to `end` (exclusive for calendar events). Actors must have been created before. Rethrows what an actor or the stepper threw.
  void run(Tick end);
  /// From inside `run`: no calendar event at `end` or later happens any more. The end never moves back.
  void end_at(Tick end);

  /// SimGrid's time as a tick; exact, since ticks are powers of two of a second.
  [[nodiscard]] static Tick now();
  [[nodiscard]] static double seconds(Tick tick) { return static_cast<double>(tick) / static_cast<double>(kTicksPerSecond); }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace railshift::kernel
