#pragma once
/// Part of the world: lines, sections, sidings, what the railway charges.
#include <string>

#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"
#include "sim/model/network.hpp"

namespace railshift {

/// 铁路运价 - rail tariff: base_1 + (base_2 + fund + surcharge) x km, yuan a tonne.
struct RailTariff {
  std::string id;  ///< rail class
  YuanPerTonne base_1;
  double yuan_per_t_km = 0.0;  ///< all distance-dependent parts
  Provenance provenance;
  friend bool operator==(const RailTariff&, const RailTariff&) = default;
};

/// Lines and their sections, sidings and yards, tariffs.
struct RailWorld {
  Table<Line> lines;
  Table<RailSection> rail_sections;
  Table<Siding> sidings;
  Table<RailTariff> rail_tariffs;
  friend bool operator==(const RailWorld&, const RailWorld&) = default;
};

}  // namespace railshift
