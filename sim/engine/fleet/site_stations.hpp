#pragma once
/// Ways through sites: a truck passes the stations of the end at which it is, one by one.
#include <algorithm>
#include <vector>

#include "sim/engine/fleet/pool_time.hpp"
#include "sim/engine/fleet/surroundings.hpp"
#include "sim/engine/fleet/truck.hpp"
#include "sim/engine/places/stations.hpp"

namespace railshift::engine {

/// Instead of the end of a visit. (An optional, written in two parts and read as one, would stall the processor at every visit.)
inline constexpr Tick kHeld = -1;        ///< the station has no server
inline constexpr Tick kTurnedAway = -2;  ///< it has no room
[[nodiscard]] constexpr bool goes_on(Tick end) { return end >= 0; }

/// Whether the truck has passed all stations of a way. One without stations is passed in one visit.
[[nodiscard]] inline bool has_passed(const Truck& truck, const Way& way) { return truck.station == std::max<std::size_t>(1, way.size()); }

class SiteStations {
 public:
  SiteStations(const Surroundings& around, PoolTime& time);

  /// The way through the site at which the truck is.
  [[nodiscard]] const Way& way_of(const Truck& t) const {
    const TruckLeg& leg = book_.legs[t.leg];
    return book_.ways[t.phase == TruckPhase::to_origin ? leg.load_way : leg.unload_way];
  }
  /// The truck passes the next station of its way, and those behind it whose arrivals need no event of their own: when the last visit ends,
  /// or kHeld or kTurnedAway.
  Tick pass(Truck& truck, const Way& way, Tick now);
  [[nodiscard]] StationState& operator[](std::uint32_t station) { return stations_[station].state; }

  void begin_month(Tick end);
  void end_month(Month month, ledger::Ledger& out);

 private:
  struct AtSite {
    StationState state;
    bool ordered = false;  ///< see ordered_stations()
  };
  Tick pass_next(Truck& truck, const Way& way, Tick now);
  Tick pass_without_station(Truck& truck, Tick now);
  [[nodiscard]] Passage enter(StationState& station, const Truck& truck, Tick now) const;
  void go_on(Truck& truck, const Way& way) const;
  void note_wait(Truck& truck, Tick wait);

  const LiveWorld& world_;
  std::uint32_t seed_;
  const PlaceBook& places_;
  const LegBook& book_;
  PoolTime& time_;
  std::vector<rules::WorkingHours> hours_;  ///< by site
  std::vector<AtSite> stations_;
  Tick default_service_;
};

}  // namespace railshift::engine
