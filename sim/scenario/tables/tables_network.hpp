#pragma once
/// Field tables of roads, railways and sidings.
#include <string>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

struct BackgroundRow {
  std::string id;
  Id<RailSection> section;
  Date valid_from;
  double trains_per_day = 0.0;
  double yields = 0.0;  ///< share of them that are freight and give way to trains of the flows
  Provenance provenance;
};

[[nodiscard]] TableOf<Siding> sidings_table();
[[nodiscard]] TableOf<Node> node_table();
[[nodiscard]] TableOf<Link> link_table();
[[nodiscard]] TableOf<RailSection> rail_sections_table();
[[nodiscard]] TableOf<BackgroundRow> rail_background_table();

}  // namespace railshift::scenario
