#pragma once
/// Which floor at a gate turned which truck away: what each gate floor did to the loads of a month.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/fleet/truck.hpp"
#include "sim/engine/places/places.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/model/measure.hpp"
#include "sim/policy/effect.hpp"
#include "sim/rules/work/access.hpp"

namespace railshift::engine {

/// One floor at the gates of a leg. A class that several floors refuse is claimed by the first of them (policy::goes_first).
struct FloorAtLeg {
  Id<Measure> measure;
  bool obeyed = false;    ///< at one of the two gates
  AccessMask claimed{0};  ///< classes that it refuses and no floor before it does
  AccessMask alone{0};    ///< classes that no other floor refuses
};

/// A load is redirected by a floor if the dispatcher would have sent another truck had the floor's classes been admitted: an idle one that
/// stood first, or, while the load waited, one that came free and would have taken it, or one that would have been hired for it. A load
/// counts once a floor, for the first such truck.
class GateClaims {
 public:
  /// Forgets what floors did.
  void begin_month(const PolicyWorld& world);
  /// Floors on every leg, both ends, until they are set again.
  void set(const PolicyWorld& world, const PlaceBook& places, const std::vector<rules::GateRule>& gates, const std::vector<TruckLeg>& legs);
  /// Whether any floor in force refuses anybody.
  [[nodiscard]] bool refuses() const { return refuses_; }
  /// Before the first month no leg has any.
  [[nodiscard]] const std::vector<FloorAtLeg>& floors(LegIndex leg) const {
    return lists_[leg < list_of_leg_.size() ? list_of_leg_[leg] : 0];
  }

  void offered(LegIndex leg, std::int64_t loads);
  /// A load got `taken` (or kNoTruck). `nearest(mask)`: the truck that it would get if trucks of these classes were admitted as well.
  /// True if a floor redirected it.
  template <class Nearest>
  bool sent(LegIndex leg, TruckIndex taken, const Nearest& nearest);
  /// A truck of class `taken` is hired for a load, or none, as none may enter. `draw(mask)`: the class that would be hired if these classes
  /// were admitted as well. True if a floor redirected it.
  template <class Draw>
  bool hired(LegIndex leg, std::optional<AccessClass> taken, const Draw& draw) {
    const auto number = [](std::optional<AccessClass> access) { return access ? TruckIndex{access->index()} : kNoTruck; };
    return sent(leg, number(taken), [&](AccessMask also) { return number(draw(also)); });
  }
  /// A waiting load, not noted before, lost a truck of this class that came free.
  void passed_over(LegIndex leg, std::uint8_t access);

  /// Floors of the month so far, and whether a gate somewhere keeps them.
  [[nodiscard]] const std::vector<policy::Binding>& bindings() const { return bindings_; }
  /// loads_redirected of the month so far: in_scope are loads offered at gates under the floor, whether the firm keeps it or not.
  [[nodiscard]] std::vector<policy::Effect> effects() const { return effects_; }

 private:
  void note(Id<Measure> measure, std::int64_t acted, std::int64_t changed);

  std::vector<std::vector<FloorAtLeg>> lists_{1};  ///< the empty one, then those that a leg has, each once
  std::vector<std::uint32_t> list_of_leg_;
  std::vector<std::uint32_t> effect_of_;  ///< by measure index: position in effects_
  std::vector<policy::Effect> effects_;
  std::vector<policy::Binding> bindings_;
  bool refuses_ = false;
};

template <class Nearest>
bool GateClaims::sent(LegIndex leg, TruckIndex taken, const Nearest& nearest) {
  bool redirected = false;
  for (const FloorAtLeg& floor : floors(leg)) {
    if (floor.claimed.bits == 0 || nearest(floor.claimed) == taken) continue;
    redirected = true;
    note(floor.measure, 1, floor.alone.bits != 0 && nearest(floor.alone) != taken ? 1 : 0);
  }
  return redirected;
}

}  // namespace railshift::engine
