#pragma once
/// How far and how long each leg is, for the choice of the month: stated on the leg, read from the rail sections, or asked of the road
/// network.
#include <functional>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

struct LegDistance {
  Kilometres km;
  Hours hours;
};

/// By chain index and leg position.
struct LegDistances {
  std::vector<std::vector<LegDistance>> of_chain;
  std::vector<bool> cut_off{};  ///< by chain index: a truck leg finds no open road on the day; empty: none is
  [[nodiscard]] bool is_cut_off(Id<Chain> chain) const { return !cut_off.empty() && cut_off[chain.index]; }
};

/// Road kilometres of a truck leg that states none (the caller holds the road network of the day).
using NetworkKm = std::function<Kilometres(const Chain&, const Leg&)>;

/// Stated kilometres and hours first. Else: trucks km / road.stated_speed; rail the sections of the leg's line; belts and pipes 0.
[[nodiscard]] LegDistances stated_distances(const World& world, const NetworkKm& network_km);

}  // namespace railshift::rules
