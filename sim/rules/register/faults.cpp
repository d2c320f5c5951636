#include "sim/rules/register/faults.hpp"

namespace railshift::rules {

FaultShares fault_shares(const ValueWorld& world, Date day) {
  return {world.parameter("fault.tampered_share", day), world.parameter("fault.no_urea_share", day)};
}

Fault fault_of(const FaultShares& shares, AccessClass access, double u) {
  if (!can_be_faulty(access)) return Fault::sound;
  if (u < shares.tampered) return Fault::tampered;
  return u < shares.tampered + shares.no_urea ? Fault::no_urea : Fault::sound;
}

}  // namespace railshift::rules
