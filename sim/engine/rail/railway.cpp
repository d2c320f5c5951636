#include "sim/engine/rail/railway.hpp"

#include <algorithm>

#include "sim/kernel/clock.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::engine {
using kernel::Clock;
using kernel::sleep_until;

Railway::Railway(const LiveWorld& world, Agenda agenda, const LegBook& book, Arrivals& arrivals, TrainLog log)
    : world_(world),
      legs_(book.legs),
      movements_(book.movements),
      arrivals_(arrivals),
      log_(std::move(log)),
      goods_(world, agenda, book.movements),
      delays_(world, book.movements),
      rows_(book.movements.size()),
      goes_first_(book.movements.size(), false),
      spill_after_hours_(world->parameter("rail.spill_after", world->settings.start)) {
  for (const RailSection& s : world->rail_sections) sections_.push_back({PathSlots(s.slots_per_day), PathSlots(s.slots_per_day)});
  for (const Siding& s : world->sidings) sidings_.push_back({kernel::Places(s.tracks), s.tracks});
}

void Railway::flush_outbox() {
  for (const MovementIndex m : goods_.take_ready()) launch(m);
}

bool Railway::would_wait_too_long(const Movement& movement) const {
  const bool has_road = movement.road_instead && legs_[*movement.road_instead].has_way;
  if (!movement.loads_at || movement.truck_before || !has_road) return false;
  const Siding& siding = world_->sidings[*movement.loads_at];
  const SidingTracks& tracks = sidings_[movement.loads_at->index];
  const auto waiting = static_cast<double>(tracks.waiting_to_load);
  return waiting / std::max(1, tracks.count) * siding.train_hours.value > spill_after_hours_;
}

void Railway::launch(MovementIndex m) {
  const Movement& movement = movements_[m];
  goods_.note_sent(m);
  if (would_wait_too_long(movement)) {
    arrivals_.train_spilled(movement, movement.train_load, Clock::now());
    return;
  }
  ++trains_;
  if (movement.loads_at) ++sidings_[movement.loads_at->index].waiting_to_load;
  const Train train{trains_, m, Clock::now()};
  note(train, ledger::TrainStep::formed, movement.loads_at);
  kernel::start_actor("train", [this, train] { run_train(train); });
}

void Railway::note(const Train& train, ledger::TrainStep step, std::optional<Id<Siding>> siding, const Movement::Hop* hop) const {
  if (!log_) return;
  const Movement& movement = movements_[train.movement];
  ledger::TrainEvent event{train.number, movement.chain, step, Clock::now(), movement.train_load, siding};
  if (hop != nullptr) {
    event.section = Id<RailSection>{hop->section};
    event.forward = hop->forward;
  }
  log_(event);
}

void Railway::hold_track(const Train& train, Id<Siding> id, TrackUse use) {
  SidingTracks& siding = sidings_[id.index];
  siding.tracks.take();
  note(train, use == TrackUse::load ? ledger::TrainStep::loading : ledger::TrainStep::unloading, id);
  if (use == TrackUse::load) --siding.waiting_to_load;
  sleep_until(end_of_work(id.index, Clock::now(), ticks_from_hours(world_->sidings[id].train_hours.value)));
  siding.tracks.give_back();
  if (use == TrackUse::load) note(train, ledger::TrainStep::loaded, id);
}

void Railway::run_train(const Train& train) {
  const Movement& movement = movements_[train.movement];
  if (movement.loads_at) hold_track(train, *movement.loads_at, TrackUse::load);
  const Tick departure = run_sections(train);
  sleep_until(Clock::now() + movement.far_run);
  note(train, ledger::TrainStep::arrives, movement.unloads_at);
  if (movement.unloads_at) hold_track(train, *movement.unloads_at, TrackUse::unload);
  note_arrival(train.movement, departure);
  note(train, ledger::TrainStep::unloaded, movement.unloads_at);
  arrivals_.train_arrived(movement, movement.train_load, Clock::now());
}

void Railway::note_departure(MovementIndex m, Tick ready, Tick loaded) {
  ledger::RailRow& row = rows_[m];
  ++row.trains_departed;
  row.departed_kg += movements_[m].train_load;
  row.dwell_ticks += Clock::now() - ready;
  row.slot_wait_ticks += Clock::now() - loaded;
}

void Railway::note_arrival(MovementIndex m, Tick departure) {
  ledger::RailRow& row = rows_[m];
  ++row.trains_arrived;
  row.arrived_kg += movements_[m].train_load;
  row.run_ticks += Clock::now() - departure;
}

/// Runs over all sections with slots; returns the departure.
Tick Railway::run_sections(const Train& train) {
  const Tick loaded = Clock::now();
  Tick departure = loaded;
  const auto& hops = movements_[train.movement].hops;
  if (hops.empty()) note_departure(train.movement, train.ready, loaded);
  for (std::size_t i = 0; i < hops.size(); ++i) {
    const Tick slot = wait_for_path(train.movement, hops[i]);
    note(train, ledger::TrainStep::enters_section, {}, &hops[i]);
    if (i == 0) {
      departure = slot;
      note_departure(train.movement, train.ready, loaded);
    }
    run_section(hops[i].section, slot);
  }
  return departure;
}

Tick Railway::wait_for_path(MovementIndex m, const Movement::Hop& hop) {
  SectionPaths& section = sections_[hop.section];
  PathSlots& paths = hop.forward ? section.forward : section.backward;
  const Tick asked = Clock::now();
  const Tick slot = goes_first_[m] ? paths.book_first(asked) : paths.book(asked);
  delays_.note_path(hop.section, slot - asked);
  sleep_until(slot);
  return slot;
}

void Railway::run_section(std::uint32_t index, Tick slot) {
  const RailSection& section = world_->rail_sections[Id<RailSection>{index}];
  sleep_until(slot + ticks_from_hours((section.length / section.speed).value));
}

void Railway::begin_month(Month month, Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg) {
  month_begin_ = begin;
  begin_paths(month, begin);
  begin_tracks(month, begin);
  delays_.begin_month();
  goods_.begin_month(begin, end, direct_kg);
  for (MovementIndex m = 0; m < movements_.size(); ++m) open_row(m, month);
}

void Railway::open_row(MovementIndex m, Month month) {
  rows_[m] = {};
  rows_[m].month = month;
  rows_[m].chain = movements_[m].chain;
  rows_[m].siding = movements_[m].loads_at ? movements_[m].loads_at : movements_[m].unloads_at;
}

void Railway::end_month(Month month, ledger::Ledger& out, MonthBook& book) {
  goods_.end_supply();
  flush_outbox();
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (goods_.is_used(m) || rows_[m].trains_departed > 0 || rows_[m].trains_arrived > 0) out.rail.push_back(rows_[m]);
  }
  goods_.add_rows(month, out);
  delays_.publish(rows_, month, book);
}

}  // namespace railshift::engine
