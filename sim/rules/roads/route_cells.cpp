#include "sim/rules/roads/route_cells.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::rules {

void CellSum::add(const Stretch& stretch) {
  const double kmh = stretch.time.value > 0.0 ? stretch.length.value / stretch.time.value : 0.0;
  // The margin keeps 60 km/h in bin 6 when the quotient comes out as 59.999999.
  const Key key{stretch.county, stretch.ring, stretch.road_class, static_cast<int>(kmh / 10.0 + 1e-9)};
  const auto [at, added] = place_.try_emplace(key, sums_.size());
  if (added) {
    sums_.push_back(stretch);
    return;
  }
  sums_[at->second].length += stretch.length;
  sums_[at->second].time += stretch.time;
}

std::vector<RouteCell> CellSum::cells() const {
  std::vector<RouteCell> cells;
  for (const Stretch& sum : sums_) {
    RouteCell cell{sum.county, sum.ring, sum.road_class, std::llround(sum.length.value * 1000.0), 0, !sum.county.empty()};
    cell.ticks = std::max<Tick>(cell.metres > 0 ? 1 : 0, ticks_from_hours(sum.time.value));
    cells.push_back(cell);
  }
  return cells;
}

}  // namespace railshift::rules
