#pragma once
/// Closed roads and haul ways: trucks that are ready wait where they are and set out in order when the closure ends.
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/model/route.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/work/working_hours.hpp"

namespace railshift::engine {

/// Whether a closure of a road or chain stops who sets out on a way of the chain.
[[nodiscard]] bool concerns(const World& world, const Closure& closure, Id<Chain> chain, const Route& way);

class WayClosures {
 public:
  explicit WayClosures(const LiveWorld& world);
  [[nodiscard]] bool none() const { return closures_.empty(); }
  /// When a truck that is ready now sets out on a way, empty or loaded, for a leg. Trucks must come in time order. One that has set out
  /// before a closure begins is not stopped by it.
  Tick set_out(LegIndex leg, Id<Chain> chain, const Route& way, Tick now);
  /// A truck that waits, empty or loaded, for a leg.
  struct Held {
    LegIndex leg;
    Id<Closure> closure;
    Tick since;
    Tick goes;
  };
  /// Who still waits after `now`.
  [[nodiscard]] std::vector<Held> held(Tick now) const;

 private:
  struct State {
    Id<Closure> closure;
    rules::ClosedTime time;
    Tick headway = 0;   ///< between trucks let go after the end; 0: all at once
    Tick next = 0;      ///< first tick at which another truck may be let go
    bool over = false;  ///< the queue is gone
  };
  void hold(const Held& truck);

  const LiveWorld& world_;
  std::vector<State> closures_;
  std::vector<Held> held_;        ///< some have gone since
  std::size_t forget_at_ = 1024;  ///< how many before those are forgotten
};

}  // namespace railshift::engine
