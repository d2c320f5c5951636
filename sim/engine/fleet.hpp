#pragma once
/// Fleet: loads are released, ask their pool for an eligible truck, and trucks go through their cycle: run empty, stations at the origin,
/// run loaded, stations at the destination, idle or rest.
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/engine/idle_trucks.hpp"
#include "sim/engine/pool_time.hpp"
#include "sim/engine/stations.hpp"
#include "sim/engine/truck.hpp"
#include "sim/engine/truck_legs.hpp"
#include "sim/engine/waiting_loads.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/ledger/record.hpp"

namespace railshift::engine {

/// Kinds of calendar events (3 bits of the key).
enum class EventKind : std::uint8_t { truck, release, supply, hire };

/// How often pools look whether outside trucks should join.
inline constexpr Tick kHireInterval = 6 * kTicksPerHour;

/// What the fleet hands on: goods that a truck brought to the end of its leg.
class Deliveries {
 public:
  virtual ~Deliveries() = default;
  virtual void truck_delivered(const TruckLeg& leg, Tick now) = 0;
};

class Fleet {
 public:
  Fleet(const World& world, std::uint32_t seed, kernel::Calendar& calendar, const PlaceBook& places, std::vector<TruckLeg>& legs,
        Deliveries& deliveries);

  // --- the calendar
  void truck_event(TruckIndex i, Tick now);
  void release_event(LegIndex leg, Tick now);
  /// Every kHireInterval: outside trucks join pools whose oldest load has waited longer than pool.outside_wait.
  void hire_event(std::uint16_t pool, Tick now);

  // --- the month
  void begin_month(Month month, Tick begin, Tick end, EmptyRuns& runs);
  void end_month(Month month, Tick now, ledger::Ledger& out);
  /// Loads released at once (a train arrived).
  void release_now(LegIndex leg, std::int64_t loads, Tick now);

  // --- membership
  TruckIndex join(const Truck& truck, Tick now);
  /// Leaves at once if idle or resting, else at the end of its cycle.
  void leave(TruckIndex i, Tick now);
  void set_pool_size(std::uint16_t pool, std::int64_t trucks) { pool_size_[pool] = trucks; }

  [[nodiscard]] const std::vector<Truck>& trucks() const { return trucks_; }
  [[nodiscard]] std::vector<ledger::LegRecord>& records() { return records_; }
  [[nodiscard]] const WaitingLoads& waiting() const { return waiting_; }
  [[nodiscard]] std::int64_t loads_delivered() const { return loads_delivered_; }
  [[nodiscard]] std::int64_t hired(std::uint16_t pool) const { return time_.present(static_cast<std::uint8_t>(pool), Owner::hired); }
  [[nodiscard]] std::int64_t pool_size(std::uint16_t pool) const { return pool_size_[pool]; }
  void prefetch(TruckIndex i) const { __builtin_prefetch(&trucks_[i], 1); }

 private:
  void draw_availability(Month month, Tick begin);
  void dismiss_idle_hired(Tick begin);
  void match_waiting(Tick begin);
  void offer(LegIndex leg, std::uint32_t number, Tick now);
  void dispatch(TruckIndex i, LegIndex leg, std::uint32_t number, Tick now);
  void at_origin(TruckIndex i, Tick now);
  void reach_destination(TruckIndex i, Tick now);
  void at_destination(TruckIndex i, Tick now);
  void finish(TruckIndex i, Tick now);
  void become_free(TruckIndex i, Tick now);
  void rest(TruckIndex i, Tick now, Tick ticks);
  void depart(TruckIndex i, Tick now);
  Tick pass_station(Truck& t, const std::vector<std::uint32_t>& stations, Tick now);
  void record(const Truck& t, Tick end, std::uint32_t route, const TruckLeg& leg, ledger::Compliance compliance, std::int64_t kg);
  [[nodiscard]] ledger::Compliance compliance_of(const Truck& t, const TruckLeg& leg) const;
  std::optional<EmissionClass> draw_outside_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const;
  void schedule(Tick tick, kernel::Phase phase, EventKind kind, std::uint32_t index) {
    calendar_.push(kernel::Key::make(tick, phase, static_cast<unsigned>(kind), index));
  }

  const World& world_;
  std::uint32_t seed_;
  kernel::Calendar& calendar_;
  const PlaceBook& places_;
  std::vector<TruckLeg>& legs_;
  Deliveries& deliveries_;
  std::vector<Truck> trucks_;
  IdleTrucks idle_;
  WaitingLoads waiting_;
  PoolTime time_;
  std::vector<StationState> stations_;
  rules::ServiceLaw default_service_;
  EmptyRuns* runs_ = nullptr;
  std::vector<Tick> shift_;  ///< by pool: duty ticks a day
  std::vector<std::int64_t> pool_size_;
  std::vector<std::uint32_t> hires_;  ///< by pool: outside trucks ever hired, the number of their draws
  Tick outside_wait_ = 0;
  double outside_cap_ = 0.0;
  Month month_;
  std::vector<ledger::LegRecord> records_;
  std::int64_t loads_delivered_ = 0;
};

}  // namespace railshift::engine
