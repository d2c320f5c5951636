#pragma once
/// Goods at loading places of trains: they come by truck, or evenly over the month, and every train load makes a train ready.
#include <cstdint>
#include <vector>

#include "sim/engine/base/agenda.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::engine {

/// By movement. Never calls SimGrid: trains that are ready wait until they are taken.
class RailGoods {
 public:
  RailGoods(const LiveWorld& world, Agenda agenda, const std::vector<Movement>& movements)
      : world_(world), agenda_(agenda), movements_(movements), stock_(movements.size()) {}

  void add(MovementIndex m, std::int64_t kg);
  /// The even supply of a movement has completed a train load.
  void supply_event(MovementIndex m, Tick now);
  [[nodiscard]] bool has_ready() const { return !ready_.empty(); }
  /// Movements with a train load each, in the order in which they became ready.
  [[nodiscard]] std::vector<MovementIndex> take_ready();
  /// A train load has left the loading place.
  void note_sent(MovementIndex m) { stock_[m].out_kg += movements_[m].train_load; }

  /// `direct_kg` by movement: what reaches the siding evenly over the month without a truck of ours.
  void begin_month(Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg);
  /// The rest of the month's even supply comes.
  void end_supply();
  /// One row a siding and commodity.
  void add_rows(Month month, ledger::Ledger& out) const;

  /// kg that stand there and belong to no train yet.
  [[nodiscard]] std::int64_t standing(MovementIndex m) const { return stock_[m].kg; }
  /// Whether anything came or stood there in the month.
  [[nodiscard]] bool is_used(MovementIndex m) const;

 private:
  struct Stock {
    std::int64_t kg = 0;        ///< standing there, in no train yet
    std::int64_t supply = 0;    ///< direct supply of the month
    std::int64_t supplied = 0;  ///< of it arrived
    std::int64_t open_kg = 0;
    std::int64_t in_kg = 0;  ///< of the month
    std::int64_t out_kg = 0;
  };
  void schedule_supply(MovementIndex m);

  const LiveWorld& world_;
  Agenda agenda_;
  const std::vector<Movement>& movements_;
  std::vector<Stock> stock_;
  std::vector<MovementIndex> ready_;
  Tick month_begin_ = 0;
  Tick month_end_ = 0;
};

}  // namespace railshift::engine
