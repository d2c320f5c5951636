#pragma once
/// Railway: goods gather at sidings, trains form when a train load is reached and run as actors: loading track, path slots, unloading
/// track.
#include <cstdint>
#include <vector>

#include "sim/engine/path_slots.hpp"
#include "sim/engine/truck_legs.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"

namespace railshift::engine {

/// What the railway hands on: a train has been unloaded.
class Arrivals {
 public:
  virtual ~Arrivals() = default;
  virtual void train_arrived(const Movement& movement, std::int64_t kg, Tick now) = 0;
  /// A train load that would have waited for a track longer than rail.spill_after: it goes by road.
  virtual void train_spilled(const Movement& movement, std::int64_t kg, Tick now) = 0;
};

class Railway {
 public:
  Railway(const World& world, kernel::Calendar& calendar, const std::vector<Movement>& movements, Arrivals& arrivals);

  // --- inside calendar events: never calls SimGrid, ready trains wait in the outbox
  void add_stock(MovementIndex m, std::int64_t kg, Tick now);
  void supply_event(MovementIndex m, Tick now);
  [[nodiscard]] bool outbox_full() const { return !ready_.empty(); }

  // --- with SimGrid's clock at now
  void flush_outbox();
  /// `direct_kg` by movement: what reaches the siding evenly over the month without a truck of ours.
  void begin_month(Month month, Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg);
  /// Ends the supply of the month, writes rail and siding rows, publishes delays into the book.
  void end_month(Month month, Tick now, ledger::Ledger& out, MonthBook& book);

  /// kg that stand at the loading place of a movement and belong to no train yet.
  [[nodiscard]] std::int64_t standing(MovementIndex m) const { return stock_[m].kg; }
  [[nodiscard]] std::int64_t trains() const { return trains_; }

 private:
  /// Goods of one movement at its loading place, and the month's even supply.
  struct Stock {
    std::int64_t kg = 0;        ///< standing there, in no train yet
    std::int64_t supply = 0;    ///< direct supply of the month
    std::int64_t supplied = 0;  ///< of it arrived
    std::int64_t open_kg = 0;
    std::int64_t in_kg = 0;  ///< of the month
    std::int64_t out_kg = 0;
  };
  enum class TrackUse : std::uint8_t { load, unload };

  void launch(MovementIndex m);
  [[nodiscard]] bool would_wait_too_long(const Movement& movement) const;
  void run_train(MovementIndex m, Tick ready);
  void hold_track(Id<Siding> id, TrackUse use);
  Tick run_sections(MovementIndex m, Tick ready);
  void note_departure(MovementIndex m, Tick ready, Tick loaded);
  void schedule_supply(MovementIndex m);
  void publish_delays(MonthBook& book, Month month) const;
  void siding_rows(Month month, ledger::Ledger& out) const;

  const World& world_;
  kernel::Calendar& calendar_;
  const std::vector<Movement>& movements_;
  Arrivals& arrivals_;
  std::vector<Stock> stock_;                   ///< by movement
  std::vector<PathSlots> forward_, backward_;  ///< by section
  std::vector<kernel::Places> tracks_;         ///< of the sidings, for loading and unloading: held while a train stands there
  std::vector<MovementIndex> ready_;
  std::vector<ledger::RailRow> rows_;  ///< by movement, of the month
  struct SectionDelay {
    Tick wait = 0;
    std::int64_t trains = 0;
  };
  std::vector<SectionDelay> section_delay_;
  std::vector<std::int64_t> waiting_trains_;  ///< by siding: formed, no loading track yet
  double spill_after_hours_;
  Tick month_begin_ = 0;
  Tick month_end_ = 0;
  std::int64_t trains_ = 0;
};

}  // namespace railshift::engine
