#pragma once
/// Pools and counted truck classes against the register.
#include <cstdint>
#include <vector>

#include "analysis/look/figures/truck_runs.hpp"

namespace railshift::analysis::look {

/// A pool of individual trucks; the size as a run would take it.
struct PoolRow {
  Id<Pool> pool;
  Both<Hours> truck_hours;
  Both<double> needed;          ///< trucks, not rounded
  std::int64_t size = 0;        ///< stated, or needed in the base year, rounded up
  std::int64_t registered = 0;  ///< local trucks of its segment that no pool before it has taken
  Both<Kilometres> km;          ///< all its trucks, a year
  std::int64_t working = 0;     ///< size, if the register has them (a stated size always)
  [[nodiscard]] Kilometres km_a_truck(When when) const { return working > 0 ? km.at(when) / static_cast<double>(working) : Kilometres{}; }
};
/// Truck classes whose trips are counted, against all trucks of their segment.
struct CountedRow {
  Id<TruckClass> truck_class;
  std::int64_t registered = 0;
  Both<double> trips_a_day;
  Both<Kilometres> km;
  [[nodiscard]] Kilometres km_a_truck(When when) const {
    return registered > 0 ? km.at(when) / static_cast<double>(registered) : Kilometres{};
  }
};
[[nodiscard]] std::vector<PoolRow> pool_rows(const World& world, const std::vector<TruckRun>& runs);
[[nodiscard]] std::vector<CountedRow> counted_rows(const World& world, const std::vector<TruckRun>& runs);

}  // namespace railshift::analysis::look
