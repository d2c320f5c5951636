#pragma once
/// City: the state of one run, and what happens in it. Calendar events go to the fleet and the railway; SimGrid wakes the city at month
/// ends.
#include <memory>
#include <vector>

#include "sim/engine/accounts.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/counted.hpp"
#include "sim/engine/effect_book.hpp"
#include "sim/engine/fleet/fleet.hpp"
#include "sim/engine/fleet/pool_members.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/engine/rail/railway.hpp"
#include "sim/engine/run.hpp"
#include "sim/engine/settling.hpp"
#include "sim/engine/site_stocks.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/rules/rail/duty.hpp"
#include "sim/rules/register/frozen_base.hpp"
#include "sim/rules/roads/diversion_effects.hpp"
#include "sim/rules/work/access.hpp"

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
  void world_replaced();
  void begin_month(Month month, Tick begin, Tick end);
  /// Months before the scenario's start are warm-up: they leave nothing in the ledger and the register does not age.
  void end_month(Month month, Tick end);
  /// Closes the journal. `last` is the last month that was lived through.
  [[nodiscard]] RunResult finish(Month last, Tick now);

 private:
  void note_drift(const std::vector<Kilograms>& offered, Month month);
  void note_prices(Month month);
  void share_out(const rules::MonthPlan& plan, Month month, Tick begin, Tick end);
  void share_out_flow(const rules::FlowPlan& plan, Month month, Tick begin, Tick end);
  void deliver_directly(Id<Flow> flow, Id<Chain> chain);
  void give_to_leg(TruckLeg& leg, std::int64_t kg, Month month, Tick begin, Tick end);
  void release_by_truck(LegIndex leg, std::int64_t kg, Tick now);
  void fold_month(Month month, ledger::Ledger& out);
  void advance_register(Month month, Tick end, ledger::Ledger& out);
  void note_effects(Month month, ledger::Ledger& out);
  void update_book(const ledger::Ledger& out, Month month);
  /// The book that learns from the month.
  [[nodiscard]] MonthBook& learned() { return settling_ ? settling_->learned() : month_book_; }
  void note_openings(Month month);
  void note_missing_trucks(Month month);

  const LiveWorld& world_;
  const Replication& replication_;
  Agenda agenda_;
  PlaceBook places_;
  LegBook book_of_legs_;
  Roads roads_;
  Fleet fleet_;
  std::unique_ptr<Railway> railway_;
  Accounts accounts_;
  SiteStocks stocks_;
  Register register_;
  rules::RegisterBook register_book_;
  std::unique_ptr<PoolMembers> members_;
  rules::LegDistances distances_;
  rules::ChoiceConstants constants_;
  MonthBook month_book_;
  std::optional<Settling> settling_;
  std::vector<rules::DutyRoll> duty_rolls_;
  CountedRoutes counted_routes_;
  std::vector<CountedRest> counted_rests_;
  std::vector<CountedTrips> counts_;
  EffectBook effects_;
  std::vector<rules::RingUse> rings_;                               ///< of the month
  std::vector<std::int64_t> direct_kg_;                             ///< by movement
  std::vector<std::pair<Id<Flow>, std::int64_t>> direct_arrivals_;  ///< of the month, by belt, pipe and counted trips
  RunResult result_;
  std::int64_t events_ = 0;
};

}  // namespace railshift::engine
