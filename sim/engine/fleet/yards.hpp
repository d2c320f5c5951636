#pragma once
/// Yards: the stockyards at the ends of legs, the trucks that wait for goods or room there, and what is on order for them.
#include <vector>

#include "sim/engine/fleet/pool_time.hpp"
#include "sim/engine/fleet/stockyards.hpp"
#include "sim/engine/fleet/surroundings.hpp"
#include "sim/engine/fleet/trucks.hpp"

namespace railshift::engine {

class Yards {
 public:
  Yards(const Surroundings& around, Trucks& trucks, PoolTime& time);

  /// Whether the stockyard of the truck's present end lets it in, or there is none. If not, the truck is on hold until the yard calls it.
  bool let_in(TruckIndex i, Tick now) { return yards_.empty() || let_in_by_yard(i, now); }
  /// The use or making of a stockyard has come so far that the truck that waits longest may be let in: lets in all that may.
  void serve(YardIndex yard, Tick now);
  /// A load of the leg was unloaded at its destination.
  void unloaded(LegIndex leg, Tick now);
  /// Goods that came to the end of a flow without a truck of ours.
  void arrived_otherwise(Id<Flow> flow, std::int64_t kg, Tick now);

  /// Loads that the yard at the leg's destination lacks, at most those still due; they are on order from now on.
  std::int64_t order(LegIndex leg, Tick now);
  /// A load of a leg released order_up_to is on order no more: it came, or was turned away.
  void end_order(LegIndex leg);

  void begin_month(Month month, Tick begin, Tick end);
  void end_month(ledger::Ledger& out);

  /// The yard before which a truck on hold waits.
  [[nodiscard]] Id<Stockyard> before(const Truck& truck) const;

 private:
  bool let_in_by_yard(TruckIndex i, Tick now);
  [[nodiscard]] std::optional<YardIndex> yard_of(const Truck& truck) const;
  void admit(const StockyardState::WaitingTruck& waiting, Tick now);
  void schedule_turn(YardIndex yard, Tick now);

  const LiveWorld& world_;
  Agenda agenda_;
  const std::vector<TruckLeg>& legs_;
  Trucks& trucks_;
  PoolTime& time_;
  std::vector<StockyardState> yards_;
  std::vector<LegYards> yards_of_;  ///< by leg
};

}  // namespace railshift::engine
