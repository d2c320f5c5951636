#pragma once
/// Registered trucks that a pool can call on, and where those go that it does not need.
#include <optional>

#include "sim/engine/fleet/truck.hpp"

namespace railshift::engine {

/// The registered trucks of a pool's segment that carry none of our loads, in the order in which they can be had.
class OtherWork {
 public:
  virtual ~OtherWork() = default;
  /// The class of the next one among those admitted; nothing if there is none.
  [[nodiscard]] virtual std::optional<AccessClass> next(std::uint16_t pool, AccessMask admitted) = 0;
  /// That truck leaves its work and joins the pool at a place. Precondition: next() names one.
  virtual void join(std::uint16_t pool, AccessMask admitted, PlaceIndex place, Tick now) = 0;
  /// An idle truck of the register leaves its pool for other work.
  virtual void take_back(TruckIndex truck, Tick now) = 0;
};

}  // namespace railshift::engine
