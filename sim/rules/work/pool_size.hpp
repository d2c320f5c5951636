#pragma once
/// How many trucks a pool needs for its work.
#include <cstdint>

#include "sim/core/units.hpp"
#include "sim/model/operations.hpp"
#include "sim/model/value_world.hpp"

namespace railshift::rules {

/// Truck-hours of a year (run empty back, service, run loaded) / (365 x shift x availability x pool.utilisation).
[[nodiscard]] double trucks_needed(const ValueWorld& world, const Pool& pool, Hours truck_hours);

/// The stated number of trucks, else those needed for the truck-hours of the base year, rounded up.
[[nodiscard]] std::int64_t pool_size(const ValueWorld& world, const Pool& pool, Hours truck_hours);

}  // namespace railshift::rules
