#include "sim/rules/work/road_rates.hpp"

#include <algorithm>

namespace railshift::rules {

std::map<std::string, double> road_rate_factors(const World& world, const std::vector<PoolMonth>& pools, Date day) {
  struct Sums {
    double extra = 0.0, size = 0.0;
  };
  std::map<std::string, Sums> sums;
  for (const Pool& pool : world.pools) {
    const PoolMonth& month = pools[world.pools.id_of(pool).index];
    Sums& of_class = sums[world.truck_classes[pool.truck_class].id];
    of_class.extra += std::max(0.0, month.trucks - month.size);
    of_class.size += month.size;
  }
  const double premium = world.parameter("pool.outside_premium", day);
  std::map<std::string, double> factors;
  for (const auto& [truck_class, of] : sums) factors[truck_class] = of.size > 0.0 ? 1.0 + premium * of.extra / of.size : 1.0;
  return factors;
}

}  // namespace railshift::rules
