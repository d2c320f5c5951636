#pragma once
/// Loads that come as a Poisson process. The number of a month's loads is drawn before the month is planned, so that the month's mass is
/// what was drawn; their times are then the order statistics of as many uniform draws, which is the same process.
#include <cstdint>

#include "sim/core/date.hpp"
#include "sim/model/flow.hpp"

namespace railshift::rules {

/// Number of loads of a month, Poisson with mean `mass` / payload, times the payload. One draw a flow and month.
[[nodiscard]] Kilograms poisson_mass(const Flow& flow, Kilograms mass, std::uint32_t seed, Month month);

/// The time of the next of `left` loads that come uniformly in [now, end): now + (end - now) (1 - U^(1 / left)), U the draw of the load.
/// Precondition: left >= 1, now <= end.
[[nodiscard]] double next_uniform_time(double now, double end, std::int64_t left, std::uint32_t seed, std::uint64_t leg_hash,
                                       std::uint32_t load);

}  // namespace railshift::rules
