#pragma once
/// Accounts: kg by chain and flow through the month, and the balances that the ledger publishes.
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/base/waits_for.hpp"
#include "sim/engine/loads/waiting_loads.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::engine {

class Accounts {
 public:
  explicit Accounts(const LiveWorld& world);

  void begin_month(Month month, const rules::MonthPlan& plan);
  /// What may set out in the month: planned, less what waits, with what has waited and need not any more.
  [[nodiscard]] std::int64_t released(Id<Chain> chain) const { return released_[chain.index]; }
  /// kg by chain that the railway, or a belt, has not let on; they ask again next month.
  [[nodiscard]] std::vector<std::int64_t> held() const;
  [[nodiscard]] std::int64_t held(Id<Chain> chain) const { return held_[chain.index].kg(); }
  /// Them, by what they wait for.
  [[nodiscard]] std::vector<Unserved> held_rows(Tick now) const;
  void deliver(Id<Chain> chain, std::int64_t kg);
  /// What a chain has been given, in this month and before, and has not delivered.
  [[nodiscard]] std::int64_t undelivered(Id<Chain> chain) const { return rows_[chain.index].rail_close_kg; }
  /// A load that was turned away at its origin.
  void refuse(Id<Chain> chain, std::int64_t kg);
  /// Accepted tonnes that go by road after all.
  void spill(Id<Chain> from, Id<Chain> to, std::int64_t kg);
  /// Chain, reason and flow rows; what waits for a truck comes from the legs.
  void end_month(const std::vector<TruckLeg>& legs, const WaitingLoads& waiting, ledger::Ledger& out);
  /// Adds the month's tonnes at the firms' gates to the book: bulk goods without dangerous ones, by what was delivered.
  void note_firm_months(MonthBook& book) const;
  /// kg of flows that this month's plan offers from / delivers to sites, by flow index.
  [[nodiscard]] const std::vector<std::int64_t>& offered() const { return offered_; }
  [[nodiscard]] std::int64_t delivered(Id<Flow> flow) const;

 private:
  [[nodiscard]] std::vector<std::int64_t> waiting_kg(const std::vector<TruckLeg>& legs, const WaitingLoads& waiting) const;

  /// Goods of one chain that the railway, or a belt, has not let on, by month, the oldest first.
  struct Held {
    std::deque<std::pair<Tick, std::int64_t>> kg_since;
    std::string by;  ///< rules::MonthPlan::Limit::what
    [[nodiscard]] std::int64_t kg() const;
  };
  void hold(Id<Chain> chain, const rules::FlowPlan& plan, std::size_t position);

  const LiveWorld& world_;
  Month month_;
  std::vector<Held> held_;              ///< by chain
  std::vector<std::int64_t> released_;  ///< by chain
  std::vector<ledger::ChainRow> rows_;  ///< by chain
  std::vector<std::int64_t> offered_;   ///< by flow
  std::vector<std::array<std::int64_t, kReasons>> reasons_;
  std::vector<std::int64_t> waiting_open_;  ///< by flow
};

}  // namespace railshift::engine
