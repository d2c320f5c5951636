#pragma once
/// Releases: what the legs offer in the course of a month, and the truck that each load gets or waits for.
#include "sim/engine/fleet/truck_cycle.hpp"

namespace railshift::engine {

class Releases {
 public:
  Releases(FleetState& fleet, TruckCycle& cycle) : fleet_(fleet), legs_(fleet.around.book.legs), cycle_(cycle) {}

  /// The next load of a leg that is offered over the month.
  void event(LegIndex leg, Tick now);
  /// Midnight: a leg released order_up_to offers what the yard at its destination lacks.
  void review(LegIndex leg, Tick now);
  /// Loads released at once (a train arrived, a stock is offered).
  void release_now(LegIndex leg, std::int64_t loads, Tick now);

  /// The first load of a leg's queue has come into the reach of an idle truck; events that are out of date do nothing.
  void in_reach(LegIndex leg, Tick now);

  /// Gates and availability have changed: a load that found no truck may find one now.
  void match_waiting(Tick begin);
  void begin_month(Tick begin, Tick end);
  /// What a yard did not ask for stays with the sender and is offered again.
  void end_month();

 private:
  void begin_leg(LegIndex leg, Tick begin);
  void match(const WaitingLoad& load, Tick begin);
  /// The truck that a load gets, if any, and whether a gate refused one that stood before it.
  struct Offer {
    TruckIndex truck = kNoTruck;
    bool redirected = false;
    [[nodiscard]] bool sent() const { return truck != kNoTruck; }
  };
  Offer offer_load(const TruckLeg& leg, LegIndex index, std::uint32_t number, Tick now);
  /// `since`: when the load was offered.
  Offer find_truck(const TruckLeg& leg, LegIndex index, Tick since, Tick now);
  [[nodiscard]] TruckIndex within_reach(const TruckLeg& leg, TruckIndex truck, Tick since, Tick now) const;
  void add_waiting(const TruckLeg& leg, const WaitingLoad& load);
  bool send_first(const TruckLeg& leg, WaitingLoad& first, Tick now);
  void look_when_in_reach(const TruckLeg& leg, LegIndex index, Tick now);

  FleetState& fleet_;
  std::vector<TruckLeg>& legs_;
  TruckCycle& cycle_;
  Tick month_end_ = 0;
};

}  // namespace railshift::engine
