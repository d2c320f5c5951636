#pragma once
/// 地图图层 - layers for QGIS: places, road links with the trucks of each year, sections of railways with their trains.
#include <vector>

#include "sim/ledger/spatial/spatial_layer.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// A run on the map: its world and what happened in it.
struct MapRun {
  const World* world = nullptr;
  const ledger::Ledger* ledger = nullptr;
};

/// Layers of one run: map_sites, map_sidings, map_stations (gates, weighbridges, bays), map_rail_stations, map_gateways as points with the
/// tonnes of the last year; map_links and map_railway as lines, a row a link or section and year. A layer without features is left out when
/// it is written.
[[nodiscard]] std::vector<ledger::SpatialLayer> run_layers(const MapRun& run);

/// Layers of an assessment: the places of the plan, then map_links and map_railway of plan and baseline (map_links_plan ...) and what the
/// plan changes (map_links_difference, map_railway_difference: plan - baseline, same seed). Both worlds have the same links and sections.
[[nodiscard]] std::vector<ledger::SpatialLayer> assessment_layers(const MapRun& plan, const MapRun& baseline);

}  // namespace railshift::analysis
