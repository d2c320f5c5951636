#pragma once
/// The least empty run that a month's loads leave to each pool.
#include <cstdint>
#include <vector>

#include "sim/engine/places/places.hpp"
#include "sim/engine/places/truck_legs.hpp"

namespace railshift::engine {

/// By pool: rules::least_empty_metres of the loads delivered in the month; 0 where some load can be reached from nowhere.
[[nodiscard]] std::vector<std::int64_t> least_empty_metres(std::size_t pools, const std::vector<TruckLeg>& legs, const EmptyRuns& runs);

}  // namespace railshift::engine
