#pragma once
/// City: the state of one run, and what happens in it. Calendar events go to the fleet and the railway; SimGrid wakes the city at month
/// ends.
#include <memory>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/fleet/fleet.hpp"
#include "sim/engine/fleet/pool_members.hpp"
#include "sim/engine/month_rules.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/engine/rail/railway.hpp"
#include "sim/engine/run.hpp"
#include "sim/kernel/clock.hpp"

namespace railshift::engine {

class City final : public kernel::Stepper, public Deliveries, public Arrivals {
 public:
  City(const LiveWorld& world, const Replication& replication, kernel::Calendar& calendar);

  // kernel::Stepper
  void step(kernel::Key key) override;
  void hint(kernel::Key key) override;
  [[nodiscard]] bool outbox_full() const override { return railway_ && railway_->outbox_full(); }
  void flush_outbox() override { railway_->flush_outbox(); }

  // Deliveries, Arrivals
  void truck_delivered(const TruckLeg& leg, Tick now) override;
  void truck_refused(const TruckLeg& leg) override;
  void train_arrived(const Movement& movement, std::int64_t kg, Tick now) override;
  void train_spilled(const Movement& movement, std::int64_t kg, Tick now) override;

  /// What can only be set up once SimGrid stands (tracks are semaphores).
  void open_railway();
  /// The world that the city lives in has been replaced by one that differs from the coming month on: what was worked out before the run
  /// from later dates is worked out again.
  void world_replaced() { rules_.world_replaced(); }
  void begin_month(Month month, Tick begin, Tick end);
  /// Days of the month after its first on which gates let in others than the day before.
  [[nodiscard]] std::vector<Date> gate_days(Month month) const { return rules::gate_days(world_.now(), replication_.seed, month); }
  /// Gates as they stand from a day on, whose first tick is now: what waits looks again for a truck that may enter. Who is under way comes
  /// in.
  void turn_gates(Date day, Tick now);
  /// Months before the scenario's start are warm-up: they leave nothing in the ledger and the register does not age.
  void end_month(Month month, Tick end);
  /// Closes the journal. `last` is the last month that was lived through.
  [[nodiscard]] RunResult finish(Month last, Tick now);

 private:
  void set_gates(Date day);
  void release_by_truck(LegIndex leg, std::int64_t kg, Tick now);

  const LiveWorld& world_;
  const Replication& replication_;
  Agenda agenda_;
  PlaceBook places_;
  LegBook book_of_legs_;
  Roads roads_;
  MonthRules rules_;
  Fleet fleet_;
  std::unique_ptr<Railway> railway_;
  std::vector<std::int64_t> sizes_;  ///< by pool: trucks that it needs
  std::unique_ptr<PoolMembers> members_;
  std::int64_t events_ = 0;
};

}  // namespace railshift::engine
