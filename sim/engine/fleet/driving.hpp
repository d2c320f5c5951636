#pragma once
/// Driving: a run takes its time, unless the truck breaks down on the way.
#include "sim/engine/fleet/pools.hpp"
#include "sim/engine/fleet/site_stations.hpp"

namespace railshift::engine {

class Driving {
 public:
  Driving(const Surroundings& around, Trucks& trucks, Pools& pools, SiteStations& stations)
      : seed_(around.seed), agenda_(around.agenda), trucks_(trucks), pools_(pools), stations_(stations) {}

  /// The truck's next event is the end of this run, or the breakdown that comes before it.
  void drive(TruckIndex i, Tick start, Tick ticks);
  /// To the repair station of the pool.
  void break_down(TruckIndex i, Tick now);
  /// Mended: what is left of the run.
  void drive_on(TruckIndex i, Tick now);
  /// Draws the driving time to the next breakdown.
  void renew_wear(TruckIndex i);

 private:
  std::uint32_t seed_;
  Agenda agenda_;
  Trucks& trucks_;
  Pools& pools_;
  SiteStations& stations_;
};

}  // namespace railshift::engine
