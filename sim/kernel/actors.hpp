#pragma once
/// Actors: coarse things with a life of their own (months, trains) that sleep and queue under SimGrid's clock. Shows no SimGrid type.
/// Everything here needs a Clock; what waits may be called from inside an actor only.
#include <functional>
#include <memory>
#include <string>

#include "sim/core/date.hpp"

namespace railshift::kernel {

/// Starts an actor at the clock's present tick. If its body throws, all actors end and Clock::run throws the same.
void start_actor(const std::string& name, std::function<void()> body);

/// Stack of the actors that are started from now on, in KiB; unless told it is that of simgrid_settings(). For crowds of small actors.
void set_actor_stack(int kib);

/// Throws what an actor threw, once. Clock::run does this at its end.
void rethrow_actor_failure();

/// Ends every actor but the calling one, which ends by itself.
void end_other_actors();

/// Waits for a tick; comes back at once if it is not ahead.
void sleep_until(Tick tick);

/// Equal places that actors hold one at a time, in the order in which they asked.
class Places {
 public:
  explicit Places(int count);
  ~Places();
  Places(Places&&) noexcept;
  Places& operator=(Places&&) noexcept;

  /// Waits until a place is free and takes it.
  void take();
  void give_back();
  /// So many places from now on. Fewer than are held: those that are given back first are gone.
  void resize(int count);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace railshift::kernel
