#pragma once
/// Through traffic: trips that wait for nothing and are therefore drawn as monthly counts.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/route.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/diversion_effects.hpp"
#include "sim/rules/roads/road_routes.hpp"
#include "sim/rules/roads/through_rates.hpp"

namespace railshift::rules {

/// The through traffic of a month, and what diversions made of it.
struct ThroughMonth {
  std::vector<CountedTrips> counts;
  std::vector<policy::Effect> effects;
  std::vector<RingUse> rings;  ///< of diversions in force, ring by ring
  std::vector<policy::Binding> bindings;
};

/// Through trips of one month: class by outside_mix, then obedience (each trip of each diversion in force with its probability, one after
/// the other), then route x day part, all as DrawnPoints of streams that other measures do not touch. An obeying trip takes the
/// alternatives that do not enter the ring, else the quickest path that does not, else (none exists) its ordinary choice. A month in which
/// a road opens or closes or a diversion starts falls into parts with their own roads; `map` serves the parts whose roads are its own.
/// Loaded trips run from gateway_in to gateway_out, empty ones back. Faults are not drawn: counts stand for the fleet mean. Routes are
/// appended to `routes` unless an equal one stands there; rows come in through-row order, loaded before empty, then by class, route.
[[nodiscard]] ThroughMonth through_counts(const World& world, std::uint32_t seed, Month month, const RoadMap& map, RouteBook& routes);

}  // namespace railshift::rules
