#pragma once
/// Trucks a day at gates, and what their stations have to serve.
#include <vector>

#include "analysis/look/figures/masses.hpp"

namespace railshift::analysis::look {

/// Loaded trucks a day (365) through the gate of an inside site.
struct GateRow {
  Id<Site> site;
  Both<double> out, in;
  double busiest = 0.0;  ///< in and out on a mean day of the busiest month of both years
};
struct StationRow {
  Id<Station> station;
  double trucks = 0.0;  ///< a day of the busiest month; counted trips pass no station
  double used = 0.0;    ///< share of its servers' time
};
/// A site whose trucks find no place to load (unload) in stations_service; counted trips need none.
struct MissingStation {
  Id<Site> site;
  StationKind kind = StationKind::load;
  double trucks = 0.0;  ///< a day of the busiest month
};
struct Gates {
  std::vector<GateRow> sites;
  std::vector<StationRow> stations;
  std::vector<MissingStation> missing;
};
[[nodiscard]] Gates gates(const World& world, const Masses& masses);

}  // namespace railshift::analysis::look
