#pragma once
/// Site waits: how long trucks wait at the stations of a site in a month, and how many of them it can serve.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/truck_legs.hpp"

namespace railshift::engine {

class SiteWaits {
 public:
  SiteWaits(const LiveWorld& world, const LegBook& book);

  /// `loads` by leg, as many as want to be carried in a month of so many hours.
  void expect(const std::vector<double>& loads, double hours);
  /// Hours at the stations of a way: in their queues, and in service.
  [[nodiscard]] double wait_h(WayIndex way) const { return wait_h_[way]; }
  [[nodiscard]] double service_h(WayIndex way) const { return service_h_[way]; }
  /// Share of the loads of a leg that the stations at both ends can serve, at most 1.
  [[nodiscard]] double served(const TruckLeg& leg) const { return std::min(served_[leg.load_way], served_[leg.unload_way]); }
  /// The station that keeps `served` of a leg below 1; nothing where it is 1.
  [[nodiscard]] std::optional<std::uint32_t> scarcest(const TruckLeg& leg) const {
    return scarcest_[served_[leg.load_way] <= served_[leg.unload_way] ? leg.load_way : leg.unload_way];
  }

 private:
  const LiveWorld& world_;
  const LegBook& book_;
  std::vector<double> service_h_;                       ///< by way
  std::vector<double> wait_h_;                          ///< by way, of the month
  std::vector<double> served_;                          ///< by way, of the month
  std::vector<std::optional<std::uint32_t>> scarcest_;  ///< by way, of the month: the station that serves the smallest share below 1
};

}  // namespace railshift::engine
