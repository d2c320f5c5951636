#pragma once
/// How far a truck drives empty for a load, in pools whose reach grows with the wait.
#include <limits>

#include "sim/core/date.hpp"

namespace railshift::engine {

inline constexpr Tick kNever = std::numeric_limits<Tick>::max();

/// `start` ticks of empty driving for a new load, `growth` more for every tick that it has waited.
struct GrowingReach {
  Tick start = 0;
  double growth = 0.0;

  /// When a load that waits since `since` comes into the reach of a truck that is `far` away; kNever if it never does.
  [[nodiscard]] Tick when(Tick since, Tick far) const {
    if (far <= start) return since;
    const double waits = static_cast<double>(far - start) / growth;
    // A place without a road is kNever away; what lies behind the last tick of any calendar never comes.
    return growth > 0.0 && waits < static_cast<double>(kMaxTick) ? since + static_cast<Tick>(waits) + 1 : kNever;
  }
  /// Of two loads the truck takes the one with the lower rank: far - growth x (now - since), up to a term that both share. A load in reach
  /// comes before any that is not.
  [[nodiscard]] Tick rank(Tick since, Tick far) const {
    return far == kNever ? kNever : far + static_cast<Tick>(growth * static_cast<double>(since));
  }
};

}  // namespace railshift::engine
