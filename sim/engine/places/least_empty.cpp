#include "sim/engine/places/least_empty.hpp"

#include "sim/rules/work/least_empty_run.hpp"

namespace railshift::engine {

std::vector<std::int64_t> least_empty_metres(std::size_t pools, const std::vector<TruckLeg>& legs, const EmptyRuns& runs) {
  std::vector<std::vector<rules::Hauls>> hauls(pools);
  for (const TruckLeg& leg : legs) {
    if (leg.delivered > 0) hauls[leg.pool].push_back({leg.origin, leg.destination, leg.delivered});
  }
  const auto metres = [&runs](PlaceIndex from, PlaceIndex to) { return runs.metres(from, to); };
  std::vector<std::int64_t> least;
  for (const auto& of_pool : hauls) least.push_back(rules::least_empty_metres(of_pool, metres).value_or(0));
  return least;
}

}  // namespace railshift::engine
