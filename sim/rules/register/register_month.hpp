#pragma once
/// One month of the register: natural ends, compulsory age, orders, quotas; replacement like for like under the sales standard and orders
/// of the day; and what each measure did.
#include <cstdint>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"
#include "sim/rules/register/frozen_base.hpp"

namespace railshift::rules {

struct RegisterChange {
  std::uint32_t slot = 0;
  bool removed = false;
  bool joined = false;
  RegisteredTruck before;
};

/// What one month did: changes in slot order, tallies in key order (one for every cell that has trucks or changes), one tally a frozen
/// base, one effect a measure and kind that had anything in its scope (register_effects.hpp).
struct RegisterMonth {
  std::vector<RegisterChange> changes;
  std::vector<RegisterTally> tallies;
  std::vector<FrozenTally> frozen;
  std::vector<policy::Effect> effects;
};

/// Applies one month in place. Depends on the month, the world's measures and each truck's own draws only.
/// A truck leaves on the earliest of its natural end, its compulsory age and the days its orders give it, then as a stock quota demands
/// (quota.hpp); its replacement is bought for the day a delivery lag later (that of the order if it states one, else
/// register.delivery_lag; purchase.hpp) and joins in the month of that day.
/// Where several orders would remove a truck, the one with the earlier drawn day does, on equal days as policy::goes_first says; a truck
/// that would end by itself on that day or before ends by itself. Trucks that stand in the register on the first day drive the whole month
/// by the mileage table, those that join start next month. Frozen bases are tallied from the month of their measure's `from` on.
[[nodiscard]] RegisterMonth advance_register(const World& world, std::uint32_t seed, Month month, Register& reg, RegisterBook& book);

}  // namespace railshift::rules
