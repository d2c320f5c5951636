#pragma once
/// One month of the register: natural ends, compulsory age, orders, quotas; replacement like for like under the sales standard and orders
/// of the day.
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// The register on the first day, slots in text-id order of register rows; faults and registration days (uniform in the registered year,
/// before the start) drawn from the birth block (Purpose::fault, row hash, ordinal, generation).
[[nodiscard]] Register initial_register(const World& world, std::uint32_t seed);

/// Probability that a truck of this age (years, at month start) ends in the month given that it lives: 1 - S(a+1/12)/S(a); 1 from max_age
/// on.
[[nodiscard]] double monthly_end(const SurvivalCurve& curve, double age_years);
[[nodiscard]] const SurvivalCurve& curve_of(const World& world, VehicleType type, Powertrain powertrain);

/// The standard a new truck must meet on a day (sales_standard measures of this run): the highest one in force, National III without any.
/// A measure that lists no types or powertrains covers all.
[[nodiscard]] Standard sales_standard(const World& world, VehicleType type, Powertrain powertrain, Date day);

/// What an owner of a truck under an order does: obeys iff draw < obedience, on a drawn day uniform in [from, due], plus the delivery lag.
/// The owner of a slot draws once an order, whatever truck stands there.
struct OrderResponse {
  bool obeys = false;
  Date removal;
};
[[nodiscard]] OrderResponse order_response(std::uint32_t seed, const std::string& measure_id, const RegisteredTruck& truck,
                                           double obedience, Date from, Date due, int lag_days);

/// Frozen snapshots by measure: slot indices of the base stock in drawn rank order, with the generation they had.
struct FrozenBase {
  std::string measure;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint16_t> generation;
};
struct RegisterBook {
  std::vector<FrozenBase> bases;
};

struct RegisterChange {
  std::uint32_t slot = 0;
  bool removed = false;
  bool joined = false;
  RegisteredTruck before;
};

/// What one month did: changes in slot order, tallies in key order (one for every cell that has trucks or changes), one tally a frozen
/// base.
struct RegisterMonth {
  std::vector<RegisterChange> changes;
  std::vector<RegisterTally> tallies;
  std::vector<FrozenTally> frozen;
};

/// Applies one month in place. Depends on the month, the world's measures and each truck's own draws only.
/// A truck leaves on the earliest of its natural end, its compulsory age and the days its orders give it, then as a stock quota demands
/// (quota.hpp); its replacement is bought for the day register.delivery_lag days later (purchase.hpp) and joins in the month of that day.
/// Trucks that stand in the register on the first day drive the whole month by the mileage table, those that join start next month. Frozen
/// bases are tallied from the month of their measure's `from` on.
[[nodiscard]] RegisterMonth advance_register(const World& world, std::uint32_t seed, Month month, Register& reg, RegisterBook& book);

}  // namespace railshift::rules
