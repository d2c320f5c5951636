#pragma once
/// Places as layers of points.
#include <cstdint>
#include <vector>

#include "analysis/map/map_layers.hpp"

namespace railshift::analysis {

/// Of the masses of the ledger.
[[nodiscard]] constexpr double tonnes_from(std::int64_t kg) { return static_cast<double>(kg) / 1000.0; }

/// map_sites, map_sidings, map_stations, map_rail_stations, map_gateways. Tonnes are those delivered in the last year of the run.
[[nodiscard]] std::vector<ledger::SpatialLayer> place_layers(const MapRun& run);

}  // namespace railshift::analysis
