#pragma once
/// Registered trucks of a pool's segment in the order in which they are drawn for it: who its members are, who may join next.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/outside_shares.hpp"
#include "sim/rules/work/access.hpp"

namespace railshift::engine {

/// Slots of the register with a local truck of the pool's segment, in drawn order.
[[nodiscard]] std::vector<std::uint32_t> in_drawn_order(const World& world, std::uint32_t seed, const Pool& pool, const Register& reg);

class DrawnTrucks {
 public:
  explicit DrawnTrucks(std::vector<std::uint32_t> slots) : slots_(std::move(slots)) {}

  [[nodiscard]] const std::vector<std::uint32_t>& slots() const { return slots_; }
  /// The first that are present and in no pool, at most so many.
  [[nodiscard]] std::vector<std::uint32_t> members(const Register& reg, std::int64_t most) const;
  /// The next of these classes that is present and in no pool, from where the last one of all classes was found on.
  [[nodiscard]] std::optional<std::uint32_t> next(const Register& reg, AccessMask admitted);

 private:
  std::vector<std::uint32_t> slots_;
  std::size_t next_ = 0;  ///< where the next look begins
};

/// Of a pool of stated size whose segment has too few: a truck that no slot stands for, of the newest standard.
[[nodiscard]] EmissionClass unnamed_truck(const World& world, const Pool& pool);

/// Outside trucks that these classes allow, of the mix in which trucks are hired for a pool in a month; not summing to 1.
[[nodiscard]] std::vector<rules::AccessShare> hired_mix(const World& world, const Pool& pool, AccessMask admitted, Month month);

}  // namespace railshift::engine
