#pragma once
/// Railway: trains form when a train load is reached and run as actors: loading track, path slots, unloading track.
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "sim/engine/base/agenda.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/engine/rail/path_slots.hpp"
#include "sim/engine/rail/rail_delays.hpp"
#include "sim/engine/rail/rail_goods.hpp"
#include "sim/engine/rail/train_diary.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/capacity/capacity_steps.hpp"
#include "sim/rules/rail/month_plan.hpp"

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
  Railway(const LiveWorld& world, Agenda agenda, const LegBook& book, Arrivals& arrivals, TrainLog log = {});

  // --- inside calendar events: never calls SimGrid, ready trains wait in the outbox
  void add_stock(MovementIndex m, std::int64_t kg) { goods_.add(m, kg); }
  void supply_event(MovementIndex m, Tick now) { goods_.supply_event(m, now); }
  [[nodiscard]] bool outbox_full() const { return goods_.has_ready(); }

  // --- with SimGrid's clock at now
  void flush_outbox();
  /// `direct_kg` by movement: what reaches the siding evenly over the month without a truck of ours.
  void begin_month(Month month, Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg);
  /// Background trains of the month that have a rank run as often as they were let on; after begin_month.
  void let_on(const std::vector<rules::MonthPlan::Background>& background);
  /// Ends the supply of the month, writes rail and siding rows, publishes delays into the book.
  void end_month(Month month, ledger::Ledger& out, MonthBook& book);

  /// kg that stand at the loading place of a movement and belong to no train yet.
  [[nodiscard]] std::int64_t standing(MovementIndex m) const { return goods_.standing(m); }
  [[nodiscard]] std::int64_t trains() const { return trains_; }

 private:
  /// A train that waits for its path on a section.
  struct Waiting {
    int rank = 0;
    Tick slot = 0;
  };
  struct Paths {
    PathSlots slots;
    std::vector<std::shared_ptr<Waiting>> waiting = {};
  };
  struct SectionPaths {
    Paths forward, backward;
  };
  struct SidingTracks {
    kernel::Places tracks;                         ///< for loading and unloading: held while a train stands there
    int count = 1;                                 ///< of today
    std::int64_t waiting_to_load = 0;              ///< trains that are formed and have no track yet
    std::vector<rules::SidingDay> days = {};       ///< of the month, where a measure changes the siding
    std::optional<kernel::Places> unloading = {};  ///< tracks for unloading alone
    std::optional<kernel::Places> wagons = {};     ///< trains that its wagons make up
  };
  enum class TrackUse : std::uint8_t { load, unload };
  struct Train {
    std::int64_t number = 0;
    MovementIndex movement = 0;
    Tick ready = 0;
  };

  void begin_paths(Month month, Tick begin);
  void begin_tracks(Month month, Tick begin);
  void set_tracks(std::uint32_t siding, int count);
  [[nodiscard]] Tick end_of_work(std::uint32_t siding, Tick now, Tick work) const;
  void launch(MovementIndex m);
  [[nodiscard]] bool would_wait_too_long(const Movement& movement) const;
  /// The life of an actor: one train after the other.
  void run_trains(Train train);
  void run_train(const Train& train);
  void hold_track(const Train& train, Id<Siding> id, TrackUse use);
  Tick run_sections(const Train& train);
  void take_wagons(Id<Siding> siding);
  void pass_exchange(Id<Node> station);
  /// The path that a train runs on; waits for it only where others may still take it.
  Tick take_path(MovementIndex m, const Movement::Hop& hop);
  [[nodiscard]] Tick book_path(MovementIndex m, const Movement::Hop& hop);
  Tick wait_in_order(Paths& paths, int rank, Tick slot);
  void note(const Train& train, ledger::TrainStep step, std::optional<Id<Siding>> siding = {});
  void note(const Train& train, ledger::TrainStep step, Tick tick, std::optional<Id<Siding>> siding, const Movement::Hop* hop);
  void run_section(std::uint32_t section, Tick slot);
  void note_departure(MovementIndex m, Tick ready, Tick loaded);
  void note_arrival(MovementIndex m, Tick departure);
  void open_row(MovementIndex m, Month month);

  const LiveWorld& world_;
  const std::vector<TruckLeg>& legs_;
  const std::vector<Movement>& movements_;
  Arrivals& arrivals_;
  std::optional<TrainDiary> diary_;  ///< if somebody reads it
  RailGoods goods_;
  RailDelays delays_;
  std::vector<SectionPaths> sections_;
  std::vector<SidingTracks> sidings_;
  std::map<Id<Node>, PathSlots> exchanges_;  ///< stations that pass on so many trains a day
  std::vector<ledger::RailRow> rows_;        ///< by movement, of the month
  std::vector<int> rank_;                    ///< by movement, of the month; empty: nobody goes before another
  std::vector<bool> goes_first_;             ///< by movement: background trains give way to it this month
  double spill_after_hours_;
  Tick month_begin_ = 0;
  std::int64_t trains_ = 0;
  int resting_ = 0;           ///< actors without a train
  std::deque<Train> formed_;  ///< trains that one of them has been called for
  kernel::Places called_{0};
};

}  // namespace railshift::engine
