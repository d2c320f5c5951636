#pragma once
/// Pools: what each one is, its idle trucks, the loads that wait for one, and the time of its trucks.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/fleet/gate_claims.hpp"
#include "sim/engine/fleet/idle_trucks.hpp"
#include "sim/engine/fleet/pool_time.hpp"
#include "sim/engine/fleet/surroundings.hpp"
#include "sim/engine/fleet/trucks.hpp"
#include "sim/engine/loads/truck_waits.hpp"
#include "sim/engine/loads/waiting_loads.hpp"

namespace railshift::engine {

/// One pool through the run.
struct PoolState {
  Tick shift = 0;                               ///< duty ticks a day
  double driving_between_breakdowns = 0.0;      ///< mean ticks; 0: none
  std::optional<std::uint32_t> repair_station;  ///< the first by order of the pool's repair site
  std::int64_t size = 0;                        ///< trucks that the pool needs
  std::uint32_t hires = 0;                      ///< outside trucks ever hired: the number of their draws
};

class Pools {
 public:
  Pools(const Surroundings& around, Trucks& trucks);

  [[nodiscard]] PoolState& operator[](std::uint16_t pool) { return pools_[pool]; }
  [[nodiscard]] const PoolState& operator[](std::uint16_t pool) const { return pools_[pool]; }
  [[nodiscard]] std::int64_t hired(std::uint16_t pool) const { return time.present(static_cast<std::uint8_t>(pool), Owner::hired); }

  // --- idle trucks
  void add_idle(TruckIndex i, Tick now);
  void remove_idle(TruckIndex i) { idle_.remove(trucks_.all(), i); }
  /// The idle truck that a load of the leg gets: admitted, nearest, idle longest; kNoTruck if there is none.
  [[nodiscard]] TruckIndex nearest_idle(const TruckLeg& leg) const { return nearest_idle(leg, leg.admitted); }
  /// The same if these classes were admitted.
  [[nodiscard]] TruckIndex nearest_idle(const TruckLeg& leg, AccessMask admitted) const;

  // --- loads
  /// A load takes a truck on its release.
  void found_at_once(const TruckLeg& leg) { waits.found_at_once(leg.pool), time.load_found(leg.pool); }
  void add_waiting(const TruckLeg& leg, const WaitingLoad& load);
  /// The load that this truck carries next, by the pool's dispatch rule.
  std::optional<WaitingLoad> take_waiting(const Truck& truck, Tick now);
  /// The first load of a leg's queue, which waits there.
  WaitingLoad take_first_of(const TruckLeg& leg, Tick now);
  /// A gate has refused a truck for the load of this kind that has waited longest.
  void note_redirected(std::uint16_t pool, AccessMask kind) { waiting_.note_redirected(pool, kind); }
  /// Gates have changed.
  void regroup_waiting();
  /// What a dispatcher may send has changed: waiting loads move to the queues of their legs' masks.
  void regroup();
  [[nodiscard]] const WaitingLoads& waiting() const { return waiting_; }
  [[nodiscard]] WaitingLoads& waiting() { return waiting_; }

  PoolTime time;
  TruckWaits waits;
  GateClaims gates;  ///< what floors at gates do to who carries what

 private:
  const std::vector<TruckLeg>& legs_;
  Roads& roads_;
  Trucks& trucks_;
  std::vector<PoolState> pools_;
  IdleTrucks idle_;
  WaitingLoads waiting_;
};

}  // namespace railshift::engine
