#pragma once
/// Through traffic: trips that wait for nothing and are therefore drawn as monthly counts.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/route.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/road_routes.hpp"

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

/// The first day on which a diversion binds: the measure's `from` or, if later, the day on which the last link of the road opens. Nothing
/// if the road has no link.
[[nodiscard]] std::optional<Date> diversion_start(const World& world, const Measure& measure, const ThroughDiversion& diversion);

/// Through trips of one month: class by outside_mix, then obedience (each trip of each diversion in force with its probability, one after
/// the other), then route x day part, all as DrawnPoints of streams that other measures do not touch. An obeying trip takes the
/// alternatives that do not enter the ring, else the quickest path that does not, else (none exists) its ordinary choice. A month in which
/// a road opens or closes or a diversion starts falls into parts with their own roads; `map` serves the parts whose roads are its own.
/// Loaded trips run from gateway_in to gateway_out, empty ones back. Faults are not drawn: counts stand for the fleet mean. Routes are
/// appended to `routes` unless an equal one stands there; rows come in through-row order, loaded before empty, then by class, route.
[[nodiscard]] std::vector<CountedTrips> through_counts(const World& world, std::uint32_t seed, Month month, const RoadMap& map,
                                                       RouteBook& routes);

}  // namespace railshift::rules
