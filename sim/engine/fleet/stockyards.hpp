#pragma once
/// Stockyards: stocks that hold trucks back. Between trucks a level moves evenly (use or making), so the tick at which the next truck can
/// be let in is known and is the yard's only event.
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/fleet/truck.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::engine {

using YardIndex = std::uint32_t;

class StockyardState {
 public:
  StockyardState(const LiveWorld& world, Id<Stockyard> yard);

  /// Starts the use or making of a month, [begin, end).
  void begin_month(Month month, Tick begin, Tick end);
  void end_month(ledger::Ledger& out);

  /// Side in: room for a truck's load, kept for it until `put`. Side out: goods for a truck, taken at once. False: it must wait.
  bool let_in(std::int64_t kg, Tick now);
  /// Side in: a load was unloaded, into the room kept for it (`kept`) or without having asked (trains, belts).
  void put(std::int64_t kg, bool kept, Tick now);

  /// Trucks that wait, first come first served.
  struct WaitingTruck {
    TruckIndex truck;
    std::int64_t kg;
    Tick since;
  };
  std::deque<WaitingTruck> waiting;
  Tick called = 0;  ///< when the yard's next event stands in the calendar; past: none
  /// When the first waiting truck can be let in if nothing else happens; nothing: not in this month.
  [[nodiscard]] std::optional<Tick> next_turn(Tick now);

  /// What an order at `now` must bring up to the level, given what is on order already; 0 or more.
  [[nodiscard]] std::int64_t lacks(std::int64_t on_order_kg, Tick now);

 private:
  [[nodiscard]] const Stockyard& yard() const { return (*world_)->stockyards[yard_]; }
  void advance(Tick now);
  /// kg that the month's use or making has come to by a tick.
  [[nodiscard]] std::int64_t due_by(Tick now) const;

  const LiveWorld* world_;
  Id<Stockyard> yard_;
  bool in_;
  std::int64_t capacity_;  ///< kg
  std::int64_t level_;
  std::int64_t kept_ = 0;      ///< room promised to trucks that are being unloaded
  std::int64_t month_kg_ = 0;  ///< to be used or made in the month
  Tick begin_ = 0, end_ = 0, at_ = 0;
  std::int64_t carried_grams_ = 0;  ///< what the months so far left below one kg
  ledger::StockRow row_;
};

/// Index of the yard that a leg empties at its origin or fills at its destination, if there is one, and what the latter has ordered.
struct LegYards {
  std::optional<YardIndex> from;
  std::optional<YardIndex> to;
  std::int64_t on_order = 0;  ///< kg released order_up_to and not delivered
};
[[nodiscard]] std::vector<LegYards> leg_yards(const World& world, const PlaceBook& places, const std::vector<TruckLeg>& legs);

}  // namespace railshift::engine
