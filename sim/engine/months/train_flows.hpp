#pragma once
/// Trains by expected values: what reached a siding in the month leaves it in whole trains after an expected wait.
#include <cstdint>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/months/rail_month.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/engine/rail/rail_delays.hpp"
#include "sim/engine/rail/rail_goods.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::engine {

class TrainFlows {
 public:
  TrainFlows(const LiveWorld& world, const LegBook& book);

  /// `direct_kg` by movement: what reaches the siding without a truck of ours.
  void begin_month(Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg);
  void add(MovementIndex m, std::int64_t kg) { goods_.add(m, kg); }
  /// All goods of the month have come: its trains run.
  /// `background`: trains that have a rank, as often as they were let on; empty: none has.
  void run(Month month, const std::vector<rules::MonthPlan::Background>& background = {});
  /// kg that a movement's trains brought to its end in the month.
  [[nodiscard]] std::int64_t arrived_kg(MovementIndex m) const { return rows_[m].arrived_kg; }
  /// Writes rail and siding rows, publishes delays into the book.
  void end_month(Month month, ledger::Ledger& out, MonthBook& book) const;
  [[nodiscard]] std::int64_t trains() const { return trains_; }

 private:
  [[nodiscard]] const PathWait& path_wait(const Movement::Hop& hop) const {
    return (hop.forward ? forward_wait_ : backward_wait_)[hop.section];
  }
  [[nodiscard]] std::vector<double> path_waits_h(const Movement& movement) const;
  [[nodiscard]] std::vector<std::int64_t> form_trains();
  void expect_waits(Month month, const std::vector<std::int64_t>& formed);
  void expect_path_waits(Month month, const std::vector<std::int64_t>& formed);
  [[nodiscard]] double background(const Movement::Hop& hop, Month month) const;
  void run_movement(MovementIndex m, std::int64_t formed);

  const LiveWorld& world_;
  const std::vector<Movement>& movements_;
  kernel::Calendar unused_;  ///< RailGoods puts its events there; nobody takes them
  RailGoods goods_;
  RailDelays delays_;
  double hours_ = 0.0;                                    ///< of the month
  std::vector<rules::MonthPlan::Background> background_;  ///< of the month
  std::vector<double> load_h_;                            ///< by siding: queues and the loading of one train
  std::vector<double> unload_h_;                          ///< by siding
  std::vector<PathWait> forward_wait_;                    ///< by section
  std::vector<PathWait> backward_wait_;                   ///< by section
  std::vector<std::int64_t> standing_;                    ///< by movement: trains formed that have not left
  std::vector<std::int64_t> on_the_way_;                  ///< by movement: trains that have left and have not arrived
  std::vector<std::int64_t> open_kg_;                     ///< by movement: what stood there when the month began
  std::vector<ledger::RailRow> rows_;                     ///< by movement, of the month
  std::int64_t trains_ = 0;
};

}  // namespace railshift::engine
