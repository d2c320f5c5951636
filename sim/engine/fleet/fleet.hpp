#pragma once
/// Fleet: loads are released and ask their pool for a truck, trucks go through their cycle, outside trucks help out. This is the door to
/// its parts; what they do stands in truck_cycle, releases, membership and hiring.
#include "sim/engine/fleet/crowded_ends.hpp"
#include "sim/engine/fleet/hiring.hpp"
#include "sim/engine/fleet/membership.hpp"
#include "sim/engine/fleet/releases.hpp"
#include "sim/engine/fleet/truck_cycle.hpp"
#include "sim/engine/fleet/unserved.hpp"

namespace railshift::engine {

class Fleet {
 public:
  Fleet(const Surroundings& around, Deliveries& deliveries);

  /// A calendar event of any kind but supply.
  void event(EventKind kind, std::uint32_t index, Tick now);
  void prefetch(TruckIndex i) const { state_.trucks.prefetch(i); }

  // --- the month
  void begin_month(Month month, Tick begin, Tick end);
  /// Gates let in others from now on: waiting loads look for a truck once more.
  void turn_gates(Tick now);
  void end_month(Month month, Tick now, ledger::Ledger& out);
  /// To be called before the roads change.
  void keep_ways() { cycle_.keep_ways(); }
  /// Loads released at once (a train arrived).
  void release_now(LegIndex leg, std::int64_t loads, Tick now) { releases_.release_now(leg, loads, now); }
  /// Goods that came to the end of a flow without a truck of ours.
  void arrived_otherwise(Id<Flow> flow, std::int64_t kg, Tick now) { state_.yards.arrived_otherwise(flow, kg, now); }

  // --- membership
  void call_on(OtherWork& others) { hiring_.call_on(others); }
  TruckIndex join(const Truck& truck, Tick now, std::optional<std::uint64_t> identity = {}) { return members_.join(truck, now, identity); }
  void leave(TruckIndex i, Tick now) { members_.leave(i, now); }
  [[nodiscard]] const Trucks& trucks() const { return state_.trucks; }
  [[nodiscard]] Pools& pools() { return state_.pools; }

  // --- what has happened
  [[nodiscard]] std::vector<ledger::LegRecord>& records() { return state_.records.of_month(); }
  [[nodiscard]] const WaitingLoads& waiting() const { return state_.pools.waiting(); }
  [[nodiscard]] std::int64_t loads_delivered() const { return state_.records.loads_delivered(); }
  [[nodiscard]] std::vector<LongWait> long_waits() const { return state_.pools.waits.long_waits(); }
  [[nodiscard]] std::vector<Unserved> unserved(Tick now) const { return engine::unserved(state_, now); }

 private:
  void look_for_trucks(std::uint16_t pool, Tick now);

  FleetState state_;
  Tick month_begin_ = 0;
  TruckCycle cycle_;
  Releases releases_;
  Membership members_;
  Hiring hiring_;
  CrowdedEnds crowded_;
};

}  // namespace railshift::engine
