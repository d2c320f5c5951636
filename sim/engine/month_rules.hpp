#pragma once
/// MonthRules: what the rules say of a month, whatever then moves the goods. Gates, prices, plan, counted trips, register, effects and the
/// book that the next month reads; the events of trucks and trains (city.hpp) and their expected values (months/) both live on it.
#include <optional>
#include <utility>
#include <vector>

#include "sim/engine/accounts.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/counted.hpp"
#include "sim/engine/effect_book.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/engine/run.hpp"
#include "sim/engine/settling.hpp"
#include "sim/engine/site_stocks.hpp"
#include "sim/ledger/fold.hpp"
#include "sim/rules/prices/price_rolls.hpp"
#include "sim/rules/rail/month_plan.hpp"
#include "sim/rules/register/frozen_base.hpp"
#include "sim/rules/register/register_month.hpp"
#include "sim/rules/roads/diversion_effects.hpp"
#include "sim/rules/work/access.hpp"
#include "sim/rules/work/road_rates.hpp"

namespace railshift::engine {

/// What the rules look at and do not own.
struct MonthPlaces {
  const PlaceBook& places;
  LegBook& book;
  Roads& roads;
};

class MonthRules {
 public:
  MonthRules(const LiveWorld& world, const Replication& replication, const MonthPlaces& around);

  /// The world has been replaced by one that differs from the coming month on: what was worked out before the run from later dates is
  /// worked out again.
  void world_replaced();

  // --- the first day
  /// Roads of the day. `end` of the month.
  void open_month(Month month, Tick end);
  /// Gate rules on every leg.
  void set_gates(const std::vector<rules::GateRule>& gates);
  /// Prices, wishes, acceptance; gives every leg its loads (TruckLeg::due), every movement what reaches its siding without a truck.
  void plan_month(Month month, Tick begin, Tick end);
  /// kg by movement.
  [[nodiscard]] const std::vector<std::int64_t>& direct_kg() const { return direct_kg_; }
  /// Background trains of the month that have a rank; empty: none has.
  [[nodiscard]] const std::vector<rules::MonthPlan::Background>& background() const { return background_; }
  /// Of the month, by belt, pipe and counted trips; given once.
  [[nodiscard]] std::vector<std::pair<Id<Flow>, std::int64_t>> take_direct_arrivals() { return std::exchange(direct_arrivals_, {}); }

  // --- the last day
  /// Whether the month is part of the run; months before the scenario's start are warm-up.
  [[nodiscard]] bool is_reported(Month month) const { return month >= month_of(world_->settings.start); }
  /// Where the month is written: a warm-up month into a ledger that nobody keeps.
  [[nodiscard]] ledger::Ledger& begin_end(Month month);
  /// Adds the counted trips of the month and writes the fold.
  void write_fold(Month month, ledger::MonthFold fold, ledger::Ledger& out) const;
  /// The register's month, if it is reported: a warm-up month does not age it.
  [[nodiscard]] std::optional<rules::RegisterMonth> advance_register(Month month, ledger::Ledger& out);
  /// Writes what the measures did.
  void note_effects(Month month, ledger::Ledger& out);
  /// The road rate of a class of trucks rises with those that its pools had in the month over their own. `pool_sizes` by pool index.
  void update_book(const ledger::Ledger& out, Month month, const std::vector<std::int64_t>& pool_sizes);
  /// The book that learns from the month.
  [[nodiscard]] MonthBook& learned() { return settling_ ? settling_->learned() : month_book_; }

  /// Closes the journal. `last` is the last month that was lived through; `missing` trucks by pool; `now` the end of the run.
  [[nodiscard]] RunResult finish(Month last, Tick now, const std::vector<std::int64_t>& missing);

  [[nodiscard]] Accounts& accounts() { return accounts_; }
  [[nodiscard]] SiteStocks& stocks() { return stocks_; }
  [[nodiscard]] Register& trucks() { return register_; }
  [[nodiscard]] EffectBook& effects() { return effects_; }
  [[nodiscard]] RunResult& result() { return result_; }

 private:
  [[nodiscard]] std::vector<Kilograms> offered(Month month) const;
  void note_drift(const std::vector<Kilograms>& offered, Month month);
  void note_prices(Month month);
  void share_out(const rules::MonthPlan& plan, Month month, Tick begin, Tick end);
  void share_out_flow(const rules::FlowPlan& plan, Month month, Tick begin, Tick end);
  void deliver_directly(Id<Flow> flow, Id<Chain> chain);
  [[nodiscard]] std::int64_t give_to_clean_leg(const rules::FlowPlan& plan, std::size_t position, Month month, Tick begin, Tick end);
  void give_to_leg(TruckLeg& leg, std::int64_t kg, Month month, Tick begin, Tick end) const;
  void count_trips(const rules::MonthPlan& plan, Month month, Tick begin);
  void note_openings(Month month);
  void note_missing_trucks(Month month, const std::vector<std::int64_t>& missing);

  const LiveWorld& world_;
  const Replication& replication_;
  const PlaceBook& places_;
  LegBook& book_of_legs_;
  Roads& roads_;
  Accounts accounts_;
  SiteStocks stocks_;
  Register register_;
  rules::RegisterBook register_book_;
  rules::LegDistances distances_;
  rules::ChoiceConstants constants_;
  MonthBook month_book_;
  std::optional<Settling> settling_;
  rules::PriceRolls price_rolls_;
  CountedRoutes counted_routes_;
  std::vector<CountedRest> counted_rests_;
  std::vector<CountedTrips> counts_;
  EffectBook effects_;
  std::vector<rules::RingUse> rings_;                               ///< of the month
  std::vector<std::int64_t> direct_kg_;                             ///< by movement
  std::vector<std::pair<Id<Flow>, std::int64_t>> direct_arrivals_;  ///< of the month
  std::vector<rules::MonthPlan::Background> background_;            ///< of the month
  std::vector<std::int64_t> carried_directly_;                      ///< of the month, by chain index
  ledger::Ledger unreported_;
  RunResult result_;
};

}  // namespace railshift::engine
