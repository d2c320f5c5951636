#pragma once
/// What trucks cost when more of them work than pools keep for an ordinary year.
#include <map>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// One pool through a month.
struct PoolMonth {
  double size = 0.0;    ///< trucks that it keeps
  double trucks = 0.0;  ///< mean of those that were in it, whoever owns them
};

/// The factor on the road rate by truck class id: 1 + pool.outside_premium x (trucks over their pools' sizes) / (sizes of the class), the
/// premium that of `day`. It rises without a wall; 1 for a class without pools that need trucks. `pools` by pool index.
[[nodiscard]] std::map<std::string, double> road_rate_factors(const World& world, const std::vector<PoolMonth>& pools, Date day);

}  // namespace railshift::rules
