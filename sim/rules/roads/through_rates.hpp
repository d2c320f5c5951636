#pragma once
/// How many through trips, and how they spread over routes: the parts of through traffic that draw nothing.
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/operations.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::rules {

/// Day of a truck in four parts of six hours from midnight; shares of through trips, assumed: fewest before dawn, most in the afternoon.
inline constexpr std::array<double, 4> kThroughDayParts{0.20, 0.25, 0.30, 0.25};

enum class Haul : std::uint8_t { loaded, empty };

/// Whole trips of a through row on the days [from, until) of one calendar year: the difference of the rounded totals since 1 January, so
/// that the parts of a year sum to the year's rounded total. The rate of a year is the interpolation at its 1 January, as for activities;
/// empty trips are empty_share of the loaded ones.
[[nodiscard]] std::int64_t through_trips(const Through& through, Haul haul, Date from, Date until);

/// Path-size logit: shares proportional to path_size x exp(-(t - best) / (0.1 best)). A tenth of the best time is the assumed spread of
/// what drivers know and like. Empty for no alternatives.
[[nodiscard]] std::vector<double> route_shares(std::span<const RoadMap::Alternative> alternatives);

}  // namespace railshift::rules
