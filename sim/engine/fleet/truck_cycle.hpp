#pragma once
/// The cycle of a truck: run empty, stations and stockyard at the origin, run loaded, the same at the destination, idle or rest.
#include "sim/engine/fleet/fleet_state.hpp"

namespace railshift::engine {

/// What the fleet hands on: goods that a truck brought to the end of its leg, or that were turned away at its beginning.
class Deliveries {
 public:
  virtual ~Deliveries() = default;
  virtual void truck_delivered(const TruckLeg& leg, Tick now) = 0;
  virtual void truck_refused(const TruckLeg& leg) = 0;
};

class TruckCycle {
 public:
  TruckCycle(FleetState& fleet, Deliveries& deliveries) : fleet_(fleet), legs_(fleet.around.book.legs), deliveries_(deliveries) {}

  /// What the truck's phase says comes to pass.
  void event(TruckIndex i, Tick now);
  /// The truck, idle no more, sets out for load `number` of a leg.
  void dispatch(TruckIndex i, LegIndex leg, std::uint32_t number, Tick now);
  /// The truck takes the next load, or is idle; it departs if it is to leave, and parks if it is out of service.
  void become_free(TruckIndex i, Tick now);
  /// The roads are about to change: trucks under way keep the ways on which they have set out, to the end of their cycle.
  void keep_ways();
  /// Leaves its pool for good.
  void depart(TruckIndex i, Tick now);

 private:
  void expect_loads(TruckIndex i, Tick now);
  void begin_shift(TruckIndex i, Tick now);
  void at_origin(TruckIndex i, Tick now);
  bool enter_origin(TruckIndex i, Tick now);
  void leave_origin(TruckIndex i, Tick loaded);
  void reach_destination(TruckIndex i, Tick now);
  void at_destination(TruckIndex i, Tick now);
  void finish(TruckIndex i, Tick now);
  void turn_back(TruckIndex i, Tick now);
  void be_back(TruckIndex i, Tick now);
  void end_cycle(TruckIndex i, Tick now);
  void rest(TruckIndex i, Tick now, Tick ticks);
  void keep_way(TruckIndex i);
  [[nodiscard]] std::uint32_t loaded_route(TruckIndex i) const;
  [[nodiscard]] std::uint32_t way_back(TruckIndex i);
  [[nodiscard]] const Route& way(std::uint32_t route) const { return fleet_.around.roads.routes()[route]; }
  [[nodiscard]] EmptyRuns& runs() { return fleet_.around.roads.empty_runs(); }

  FleetState& fleet_;
  std::vector<TruckLeg>& legs_;
  Deliveries& deliveries_;
};

}  // namespace railshift::engine
