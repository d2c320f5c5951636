#pragma once
/// ExpectedCity: the month of the city without an event. The rules' plan goes to trucks and trains that move by expected values, and the
/// ledger is written as the full engine writes it.
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/month_rules.hpp"
#include "sim/engine/months/train_flows.hpp"
#include "sim/engine/months/truck_flows.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/engine/run.hpp"

namespace railshift::engine {

class ExpectedCity {
 public:
  ExpectedCity(const LiveWorld& world, const Replication& replication);

  /// As MonthRules::world_replaced.
  void world_replaced() { rules_.world_replaced(); }
  void live(Month month, Tick begin, Tick end);
  /// Closes the journal. `last` is the last month that was lived through.
  [[nodiscard]] RunResult finish(Month last, Tick now);

 private:
  [[nodiscard]] std::vector<double> foreseen_loads();
  void move(Month month, Tick begin, Tick end);
  void arrive(LegIndex leg, std::int64_t loads);
  void write(Month month);

  const LiveWorld& world_;
  std::uint32_t seed_;
  PlaceBook places_;
  LegBook book_of_legs_;
  Roads roads_;
  MonthRules rules_;
  TruckFlows trucks_;
  TrainFlows trains_;
  WaitingLoads none_waiting_;  ///< loads wait with their legs
};

}  // namespace railshift::engine
