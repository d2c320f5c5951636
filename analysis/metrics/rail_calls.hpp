#pragma once
/// Stations at which the rail movement of a chain begins and ends.
#include <optional>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

struct RailCalls {
  Id<Node> loads;
  Id<Node> unloads;
};

/// By chain index; nothing without a rail leg.
[[nodiscard]] std::vector<std::optional<RailCalls>> calls_of_chains(const World& world);

/// Whether a station's county (GB/T 2260) lies in the area that a scope names by a county's six digits or a prefecture's four; kNoCounty:
/// stations without a county.
[[nodiscard]] bool station_in(const Node& station, const std::string& area);

}  // namespace railshift::analysis
