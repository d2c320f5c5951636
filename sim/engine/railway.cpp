#include "sim/engine/railway.hpp"

#include <algorithm>
#include <string>

#include "sim/core/contract.hpp"
#include "sim/engine/fleet.hpp"
#include "sim/engine/wide.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/clock.hpp"

namespace railshift::engine {
using kernel::Clock;
using kernel::sleep_until;

Railway::Railway(const World& world, kernel::Calendar& calendar, const std::vector<Movement>& movements, Arrivals& arrivals)
    : world_(world),
      calendar_(calendar),
      movements_(movements),
      arrivals_(arrivals),
      stock_(movements.size()),
      rows_(movements.size()),
      section_delay_(world.rail_sections.size()),
      waiting_trains_(world.sidings.size(), 0),
      spill_after_hours_(world.parameter("rail.spill_after", world.settings.start)) {
  for (const RailSection& s : world.rail_sections) {
    forward_.emplace_back(s.slots_per_day);
    backward_.emplace_back(s.slots_per_day);
  }
  for (const Siding& s : world.sidings) tracks_.emplace_back(s.tracks);
}

void Railway::add_stock(MovementIndex m, std::int64_t kg, Tick) {
  Stock& s = stock_[m];
  s.kg += kg;
  s.in_kg += kg;
  for (std::int64_t left = s.kg; left >= movements_[m].train_load; left -= movements_[m].train_load) {
    s.kg -= movements_[m].train_load;
    ready_.push_back(m);
  }
}

void Railway::schedule_supply(MovementIndex m) {
  const Stock& s = stock_[m];
  const std::int64_t missing = movements_[m].train_load - s.kg;
  const std::int64_t target = s.supplied + missing;
  if (s.supply <= 0 || target > s.supply) return;
  // The tick at which the even supply has brought `target` kg: rounded up, so that the goods are there.
  const auto length = static_cast<Wide>(month_end_ - month_begin_);
  const auto tick = month_begin_ + static_cast<Tick>((length * target + s.supply - 1) / s.supply);
  if (tick >= month_end_) return;
  calendar_.push(kernel::Key::make(tick, kernel::Phase::completion, static_cast<unsigned>(EventKind::supply), m));
}

void Railway::supply_event(MovementIndex m, Tick now) {
  Stock& s = stock_[m];
  const auto length = static_cast<Wide>(month_end_ - month_begin_);
  const auto brought = static_cast<std::int64_t>(static_cast<Wide>(s.supply) * (now - month_begin_) / length);
  const std::int64_t added = brought - s.supplied;
  s.supplied = brought;
  add_stock(m, added, now);
  schedule_supply(m);
}

void Railway::flush_outbox() {
  for (const MovementIndex m : ready_) launch(m);
  ready_.clear();
}

bool Railway::would_wait_too_long(const Movement& movement) const {
  if (!movement.loads_at || movement.truck_before || !movement.road_instead) return false;
  const Siding& siding = world_.sidings[*movement.loads_at];
  const double queue_hours = static_cast<double>(waiting_trains_[movement.loads_at->index]) / siding.tracks * siding.train_hours.value;
  return queue_hours > spill_after_hours_;
}

void Railway::launch(MovementIndex m) {
  const Movement& movement = movements_[m];
  stock_[m].out_kg += movement.train_load;
  if (would_wait_too_long(movement)) {
    arrivals_.train_spilled(movement, movement.train_load, Clock::now());
    return;
  }
  ++trains_;
  if (movement.loads_at) ++waiting_trains_[movement.loads_at->index];
  const Tick ready = Clock::now();
  kernel::start_actor("train", [this, m, ready] { run_train(m, ready); });
}

void Railway::hold_track(Id<Siding> id, TrackUse use) {
  kernel::Places& tracks = tracks_[id.index];
  tracks.take();
  if (use == TrackUse::load) --waiting_trains_[id.index];
  sleep_until(Clock::now() + ticks_from_hours(world_.sidings[id].train_hours.value));
  tracks.give_back();
}

void Railway::run_train(MovementIndex m, Tick ready) {
  const Movement& movement = movements_[m];
  if (movement.loads_at) hold_track(*movement.loads_at, TrackUse::load);
  const Tick departure = run_sections(m, ready);
  sleep_until(Clock::now() + movement.far_run);
  if (movement.unloads_at) hold_track(*movement.unloads_at, TrackUse::unload);
  ledger::RailRow& row = rows_[m];
  ++row.trains_arrived;
  row.arrived_kg += movement.train_load;
  row.run_ticks += Clock::now() - departure;
  arrivals_.train_arrived(movement, movement.train_load, Clock::now());
}

void Railway::note_departure(MovementIndex m, Tick ready, Tick loaded) {
  ledger::RailRow& row = rows_[m];
  ++row.trains_departed;
  row.departed_kg += movements_[m].train_load;
  row.dwell_ticks += Clock::now() - ready;
  row.slot_wait_ticks += Clock::now() - loaded;
}

Tick Railway::run_sections(MovementIndex m, Tick ready) {
  const Tick loaded = Clock::now();
  Tick departure = loaded;
  const auto& hops = movements_[m].hops;
  if (hops.empty()) note_departure(m, ready, loaded);
  for (std::size_t i = 0; i < hops.size(); ++i) {
    PathSlots& slots = hops[i].forward ? forward_[hops[i].section] : backward_[hops[i].section];
    const Tick asked = Clock::now();
    const Tick slot = slots.book(asked);
    section_delay_[hops[i].section].wait += slot - asked;
    ++section_delay_[hops[i].section].trains;
    sleep_until(slot);
    if (i == 0) {
      departure = slot;
      note_departure(m, ready, loaded);
    }
    // Looked up after the sleep: another world may have taken the place of this one meanwhile.
    const RailSection& section = world_.rail_sections[Id<RailSection>{hops[i].section}];
    sleep_until(slot + ticks_from_hours((section.length / section.speed).value));
  }
  return departure;
}

}  // namespace railshift::engine
