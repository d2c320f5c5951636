#pragma once
/// Which trucks run with a broken or cheated exhaust treatment. Only diesel trucks of National IV to VI have one to cheat.
#include "sim/core/date.hpp"
#include "sim/model/value_world.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::rules {

/// Shares of the trucks that can be faulty (fault.tampered_share, fault.no_urea_share).
struct FaultShares {
  double tampered = 0.0;
  double no_urea = 0.0;
};
[[nodiscard]] FaultShares fault_shares(const ValueWorld& world, Date day);
[[nodiscard]] constexpr bool can_be_faulty(AccessClass c) {
  return c.powertrain == Powertrain::diesel && c.standard >= Standard::china4 && c.standard <= Standard::china6;
}
/// u below the tampered share: tampered; below the sum of both: no urea; else sound.
[[nodiscard]] Fault fault_of(const FaultShares& shares, AccessClass access, double u);

}  // namespace railshift::rules
