#pragma once
/// Membership: trucks join their pool, are in service for a month or not, and leave.
#include <cstdint>
#include <optional>

#include "sim/engine/fleet/truck_cycle.hpp"

namespace railshift::engine {

class Membership {
 public:
  Membership(FleetState& fleet, TruckCycle& cycle) : fleet_(fleet), cycle_(cycle) {}

  /// `identity` is that of a registered truck.
  TruckIndex join(const Truck& truck, Tick now, std::optional<std::uint64_t> identity = {});
  /// Leaves at once if idle or parked, else at the end of its cycle.
  void leave(TruckIndex i, Tick now);
  /// Draws who is in service this month: of every pool its share `availability`, the part of a truck up or down by a draw of the pool, so
  /// that workshops keep a small pool no emptier than a large one. A pool of stated size has all its trucks in service.
  void draw_availability(Month month, Tick begin);

 private:
  void put_in_service(TruckIndex i, Tick begin);

  FleetState& fleet_;
  TruckCycle& cycle_;
};

}  // namespace railshift::engine
