#pragma once
/// Part of the world: roads, what passes through, what haulage costs.
#include <string>

#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"
#include "sim/model/network.hpp"
#include "sim/model/operations.hpp"

namespace railshift {

/// 公路运价 - road rate band: from `over_km` on, fixed + per_km x km, yuan a tonne.
struct RoadRate {
  std::string id;
  Kilometres over;
  YuanPerTonne fixed;
  double yuan_per_t_km = 0.0;
  Provenance provenance;
  friend bool operator==(const RoadRate&, const RoadRate&) = default;
};

/// Nodes and links, through traffic, closures, rates.
struct RoadWorld {
  Table<Node> nodes;
  Table<Link> links;
  Table<Through> through;
  Table<OutsideMix> outside_mix;
  Table<Closure> closures;
  Table<RoadRate> road_rates;
  friend bool operator==(const RoadWorld&, const RoadWorld&) = default;
};

}  // namespace railshift
