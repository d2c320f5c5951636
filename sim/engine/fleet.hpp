#pragma once
/// Fleet: loads are released, ask their pool for an eligible truck, and trucks go through their cycle: run empty, stations at the origin,
/// run loaded, stations at the destination, idle or rest.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/idle_trucks.hpp"
#include "sim/engine/pool_time.hpp"
#include "sim/engine/run.hpp"
#include "sim/engine/stations.hpp"
#include "sim/engine/stockyards.hpp"
#include "sim/engine/truck.hpp"
#include "sim/engine/truck_legs.hpp"
#include "sim/engine/waiting_loads.hpp"
#include "sim/engine/way_closures.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/ledger/record.hpp"

namespace railshift::engine {

/// Kinds of calendar events (3 bits of the key).
enum class EventKind : std::uint8_t { truck, release, supply, hire, stockyard, review };

/// How often pools look whether outside trucks should join.
inline constexpr Tick kHireInterval = 6 * kTicksPerHour;

/// What the fleet hands on: goods that a truck brought to the end of its leg, or that were turned away at its beginning.
class Deliveries {
 public:
  virtual ~Deliveries() = default;
  virtual void truck_delivered(const TruckLeg& leg, Tick now) = 0;
  virtual void truck_refused(const TruckLeg& leg) = 0;
};

class Fleet {
 public:
  Fleet(const World& world, std::uint32_t seed, kernel::Calendar& calendar, const PlaceBook& places, LegBook& book, Deliveries& deliveries);

  // --- the calendar
  void truck_event(TruckIndex i, Tick now);
  void release_event(LegIndex leg, Tick now);
  /// Every kHireInterval: outside trucks join pools whose oldest load has waited longer than pool.outside_wait.
  void hire_event(std::uint16_t pool, Tick now);
  /// The use or making of a stockyard has come so far that the truck that waits longest may be let in.
  void stockyard_event(YardIndex yard, Tick now);
  /// Midnight: a leg released order_up_to offers what the yard at its destination lacks.
  void review_event(LegIndex leg, Tick now);

  // --- the month
  void begin_month(Month month, Tick begin, Tick end, EmptyRuns& runs, const RouteBook& routes);
  void end_month(Month month, Tick now, ledger::Ledger& out);
  /// Loads released at once (a train arrived).
  void release_now(LegIndex leg, std::int64_t loads, Tick now);
  /// Goods that came to the end of a flow without a truck of ours.
  void arrived_otherwise(Id<Flow> flow, std::int64_t kg, Tick now);

  // --- membership
  /// `identity` is that of a registered truck; without one it is unregistered_identity() of the index that is given back.
  TruckIndex join(const Truck& truck, Tick now, std::optional<std::uint64_t> identity = {});
  /// Leaves at once if idle or resting, else at the end of its cycle.
  void leave(TruckIndex i, Tick now);
  void set_pool_size(std::uint16_t pool, std::int64_t trucks) { pool_size_[pool] = trucks; }

  [[nodiscard]] const std::vector<Truck>& trucks() const { return trucks_; }
  [[nodiscard]] std::vector<ledger::LegRecord>& records() { return records_; }
  [[nodiscard]] const WaitingLoads& waiting() const { return waiting_; }
  [[nodiscard]] std::int64_t loads_delivered() const { return loads_delivered_; }
  [[nodiscard]] std::int64_t hired(std::uint16_t pool) const { return time_.present(static_cast<std::uint8_t>(pool), Owner::hired); }
  [[nodiscard]] std::int64_t pool_size(std::uint16_t pool) const { return pool_size_[pool]; }
  /// Loads that have not been carried at `now`: those that wait for a truck and those whose truck waits.
  [[nodiscard]] std::vector<Unserved> unserved(Tick now) const;
  void prefetch(TruckIndex i) const { __builtin_prefetch(&trucks_[i], 1); }

 private:
  // the month
  void draw_availability(Month month, Tick begin);
  void dismiss_idle_hired(Tick begin);
  void match_waiting(Tick begin);
  void begin_releases(Tick begin, Tick end);
  std::optional<EmissionClass> draw_outside_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const;

  // loads and idle trucks
  void wait_for_truck(const TruckLeg& leg, const WaitingLoad& load);
  std::optional<WaitingLoad> take_waiting(const Truck& t, Tick now);
  void dispatch(TruckIndex i, LegIndex leg, std::uint32_t number, Tick now);
  void become_free(TruckIndex i, Tick now);
  void rest(TruckIndex i, Tick now, Tick ticks);
  void depart(TruckIndex i, Tick now);

  // the cycle
  void at_origin(TruckIndex i, Tick now);
  void leave_origin(TruckIndex i, Tick loaded);
  void reach_destination(TruckIndex i, Tick now);
  void at_destination(TruckIndex i, Tick now);
  void finish(TruckIndex i, Tick now);
  void turn_back(TruckIndex i, Tick now);
  void be_back(TruckIndex i, Tick now);
  void end_cycle(TruckIndex i, Tick now);
  bool let_in(TruckIndex i, const std::optional<YardIndex>& yard, Tick now);
  void serve_yard(YardIndex yard, Tick now);
  Tick pass_stations(TruckIndex i, const Way& way, Tick now);
  Tick pass_station(TruckIndex i, const Way& way, Tick now);
  Tick pass_without_station(Truck& t, Tick now);
  void drive(TruckIndex i, Tick start, Tick ticks);
  void break_down(TruckIndex i, Tick now);
  void drive_on(TruckIndex i, Tick now);
  void renew_wear(TruckIndex i);
  void record(const Truck& t, Tick end, std::uint32_t route, const TruckLeg& leg, ledger::Compliance compliance, std::int64_t kg);
  [[nodiscard]] std::pair<Need, std::string> held_by(const Truck& truck) const;
  [[nodiscard]] ledger::Compliance compliance_of(const Truck& t, const TruckLeg& leg) const;

  void schedule(Tick tick, kernel::Phase phase, EventKind kind, std::uint32_t index) {
    // What lies beyond the last tick never happens.
    calendar_.push(kernel::Key::make(std::min(tick, kMaxTick), phase, static_cast<unsigned>(kind), index));
  }

  const World& world_;
  std::uint32_t seed_;
  kernel::Calendar& calendar_;
  const PlaceBook& places_;
  std::vector<TruckLeg>& legs_;
  const std::vector<Way>& ways_;
  Deliveries& deliveries_;
  std::vector<Truck> trucks_;
  std::vector<std::uint64_t> identity_;  ///< by truck, for its own draws
  std::vector<Wear> wear_;               ///< by truck
  IdleTrucks idle_;
  WaitingLoads waiting_;
  PoolTime time_;
  std::vector<rules::WorkingHours> hours_;  ///< by site
  std::vector<StationState> stations_;
  std::vector<StockyardState> yards_;
  std::vector<LegYards> yards_of_;      ///< by leg
  std::vector<std::int64_t> on_order_;  ///< by leg, kg released order_up_to and not delivered
  std::vector<bool> ordered_;           ///< by station: see ordered_stations()
  WayClosures closures_;
  Tick default_service_ = 0;
  EmptyRuns* runs_ = nullptr;
  const RouteBook* routes_ = nullptr;
  std::vector<Tick> shift_;                           ///< by pool: duty ticks a day
  std::vector<double> driving_between_breakdowns_;    ///< by pool, ticks; 0: none
  std::vector<std::optional<std::uint32_t>> repair_;  ///< by pool: its repair station
  std::vector<std::int64_t> pool_size_;
  std::vector<std::uint32_t> hires_;  ///< by pool: outside trucks ever hired, the number of their draws
  Tick outside_wait_ = 0;
  double outside_cap_ = 0.0;
  Month month_;
  Tick month_end_ = 0;
  std::vector<ledger::LegRecord> records_;
  std::int64_t loads_delivered_ = 0;
};

}  // namespace railshift::engine
