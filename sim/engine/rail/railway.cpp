#include "sim/engine/rail/railway.hpp"

#include <algorithm>
#include <utility>

#include "sim/kernel/clock.hpp"
#include "sim/rules/capacity/station_work.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::engine {
using kernel::Clock;
using kernel::sleep_until;

Railway::Railway(const LiveWorld& world, Agenda agenda, const LegBook& book, Arrivals& arrivals, TrainLog log)
    : world_(world),
      legs_(book.legs),
      movements_(book.movements),
      arrivals_(arrivals),
      goods_(world, agenda, book.movements),
      delays_(world, book.movements),
      rows_(book.movements.size()),
      goes_first_(book.movements.size(), false),
      spill_after_hours_(world->parameter("rail.spill_after", world->settings.start)) {
  if (log) diary_.emplace(std::move(log));
  for (const RailSection& s : world->rail_sections) {
    const PathSlots::Phase other = s.single_track ? PathSlots::Phase::between : PathSlots::Phase::on_headway;
    sections_.push_back({{PathSlots(s.slots_per_day)}, {PathSlots(s.slots_per_day, other)}});
  }
  for (const Siding& s : world->sidings) {
    SidingTracks& tracks = sidings_.emplace_back(SidingTracks{kernel::Places(s.tracks), s.tracks});
    if (s.unload_tracks > 0) tracks.unloading.emplace(s.unload_tracks);
    if (const auto trains = rules::wagon_trains(s)) tracks.wagons.emplace(*trains);
  }
  for (const Node& node : world->nodes) {
    if (node.trains_per_day > 0) exchanges_.emplace(world->nodes.id_of(node), PathSlots(node.trains_per_day));
  }
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
  // An actor that has brought its train in takes the next one: a new actor costs more than all that a train does.
  if (resting_ == 0) {
    kernel::start_actor("train", [this, train] { run_trains(train); });
    return;
  }
  --resting_;
  formed_.push_back(train);
  called_.give_back();
}

void Railway::run_trains(Train train) {
  for (;;) {
    run_train(train);
    ++resting_;
    called_.take();
    train = formed_.front();
    formed_.pop_front();
  }
}

void Railway::note(const Train& train, ledger::TrainStep step, std::optional<Id<Siding>> siding) {
  note(train, step, Clock::now(), siding, nullptr);
}

void Railway::note(const Train& train, ledger::TrainStep step, Tick tick, std::optional<Id<Siding>> siding, const Movement::Hop* hop) {
  if (!diary_) return;
  const Movement& movement = movements_[train.movement];
  ledger::TrainEvent event{train.number, movement.chain, step, tick, movement.train_load, siding};
  if (hop != nullptr) {
    event.section = Id<RailSection>{hop->section};
    event.forward = hop->forward;
  }
  diary_->note(event, Clock::now());
}

void Railway::hold_track(const Train& train, Id<Siding> id, TrackUse use) {
  SidingTracks& siding = sidings_[id.index];
  const bool loads = use == TrackUse::load;
  kernel::Places& tracks = !loads && siding.unloading ? *siding.unloading : siding.tracks;
  tracks.take();
  note(train, loads ? ledger::TrainStep::loading : ledger::TrainStep::unloading, id);
  if (loads) --siding.waiting_to_load;
  const Hours work = loads ? world_->sidings[id].train_hours : rules::unloading_hours(world_->sidings[id]);
  sleep_until(end_of_work(id.index, Clock::now(), ticks_from_hours(work.value)));
  tracks.give_back();
  if (loads) note(train, ledger::TrainStep::loaded, id);
}

/// The wagons of a train are back when they have turned round.
void Railway::take_wagons(Id<Siding> id) {
  auto& wagons = sidings_[id.index].wagons;
  if (!wagons) return;
  wagons->take();
  const Tick back = Clock::now() + static_cast<Tick>(world_->sidings[id].turn_days * static_cast<double>(kTicksPerDay) + 0.5);
  kernel::start_actor("wagons", [this, index = id.index, back] {
    sleep_until(back);
    sidings_[index].wagons->give_back();
  });
}

void Railway::run_train(const Train& train) {
  const Movement& movement = movements_[train.movement];
  if (movement.loads_at) {
    take_wagons(*movement.loads_at);
    hold_track(train, *movement.loads_at, TrackUse::load);
  }
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
    const Tick slot = take_path(train.movement, hops[i]);
    note(train, ledger::TrainStep::enters_section, slot, {}, &hops[i]);
    if (i == 0) {
      sleep_until(slot);
      departure = slot;
      note_departure(train.movement, train.ready, loaded);
    }
    // Nobody asks where a train stands between its path and the end of the section: one sleep does for both.
    run_section(hops[i].section, slot);
  }
  if (!hops.empty()) {
    const RailSection& last = world_->rail_sections[Id<RailSection>{hops.back().section}];
    pass_exchange(hops.back().forward ? last.to : last.from);
  }
  return departure;
}

/// Trains a day through a station, in the order in which they come.
void Railway::pass_exchange(Id<Node> station) {
  const auto exchange = exchanges_.find(station);
  if (exchange != exchanges_.end()) sleep_until(exchange->second.book(Clock::now()));
}

Tick Railway::book_path(MovementIndex m, const Movement::Hop& hop) {
  SectionPaths& section = sections_[hop.section];
  PathSlots& slots = (hop.forward ? section.forward : section.backward).slots;
  const std::int64_t joined = rules::trains_a_path(world_->rail_sections[Id<RailSection>{hop.section}], movements_[m].train_load);
  if (joined > 1) {
    if (const auto slot = slots.join(Clock::now(), joined)) return *slot;
  }
  return goes_first_[m] ? slots.book_first(Clock::now()) : slots.book(Clock::now());
}

/// A train takes the first of the paths that trains of a higher rank wait for; each of these takes that of the next one, the last what the
/// train has booked.
Tick Railway::wait_in_order(Paths& paths, int rank, Tick slot) {
  const auto own = std::make_shared<Waiting>(Waiting{rank, slot});
  std::vector<Waiting*> behind;
  for (const auto& other : paths.waiting) {
    if (other->rank > rank && other->slot < slot) behind.push_back(other.get());
  }
  std::sort(behind.begin(), behind.end(), [](const Waiting* a, const Waiting* b) { return a->slot < b->slot; });
  for (auto other = behind.rbegin(); other != behind.rend(); ++other) std::swap(own->slot, (*other)->slot);
  paths.waiting.push_back(own);
  while (Clock::now() < own->slot) sleep_until(own->slot);
  paths.waiting.erase(std::find(paths.waiting.begin(), paths.waiting.end(), own));
  return own->slot;
}

Tick Railway::take_path(MovementIndex m, const Movement::Hop& hop) {
  const RailSection& section = world_->rail_sections[Id<RailSection>{hop.section}];
  const bool in_order = !rank_.empty() && section.path_load.value == 0;
  const Tick asked = Clock::now();
  pass_exchange(hop.forward ? section.from : section.to);
  const Tick slot = book_path(m, hop);
  if (in_order) {
    SectionPaths& paths = sections_[hop.section];
    const Tick taken = wait_in_order(hop.forward ? paths.forward : paths.backward, rank_[m], slot);
    delays_.note_path(hop.section, taken - asked);
    return taken;
  }
  delays_.note_path(hop.section, slot - asked);
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
  if (diary_) diary_->tell_before(Clock::now());
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (goods_.is_used(m) || rows_[m].trains_departed > 0 || rows_[m].trains_arrived > 0) out.rail.push_back(rows_[m]);
  }
  goods_.add_rows(month, out);
  delays_.publish(rows_, month, book);
}

}  // namespace railshift::engine
