#include "sim/rules/work/pool_size.hpp"

#include <cmath>

namespace railshift::rules {

double trucks_needed(const ValueWorld& world, const Pool& pool, Hours truck_hours) {
  const double utilisation = world.parameter("pool.utilisation", world.settings.start);
  return truck_hours.value / (kDaysAYear * pool.shift.value * pool.availability * utilisation);
}

std::int64_t pool_size(const ValueWorld& world, const Pool& pool, Hours truck_hours) {
  if (pool.trucks) return *pool.trucks;
  return static_cast<std::int64_t>(std::ceil(trucks_needed(world, pool, truck_hours)));
}

}  // namespace railshift::rules
