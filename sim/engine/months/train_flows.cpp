#include "sim/engine/months/train_flows.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/months/expected_wait.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::engine {
namespace {

/// Goods of a month as they come to a siding: evenly, on top of what stood there.
struct Coming {
  std::int64_t open_kg = 0;
  std::int64_t kg = 0;
  std::int64_t train_load = 1;
  double hours = 1.0;
  /// Trains formed in the last `stay_h` hours: those of the month that are still there at its end if each stays so long.
  [[nodiscard]] std::int64_t formed_in_the_last(double stay_h) const {
    const double before = static_cast<double>(kg) * std::max(0.0, 1.0 - stay_h / hours);
    return (open_kg + kg) / train_load - (open_kg + static_cast<std::int64_t>(before)) / train_load;
  }
};

}  // namespace

TrainFlows::TrainFlows(const LiveWorld& world, const LegBook& book)
    : world_(world),
      movements_(book.movements),
      goods_(world, Agenda(unused_), book.movements),
      delays_(world, book.movements),
      track_wait_h_(world->sidings.size(), 0.0),
      forward_wait_h_(world->rail_sections.size(), 0.0),
      backward_wait_h_(world->rail_sections.size(), 0.0),
      standing_(book.movements.size(), 0),
      on_the_way_(book.movements.size(), 0),
      open_kg_(book.movements.size(), 0),
      rows_(book.movements.size()) {}

void TrainFlows::begin_month(Tick begin, Tick end, const std::vector<std::int64_t>& direct_kg) {
  hours_ = hours_from_ticks(end - begin);
  for (MovementIndex m = 0; m < movements_.size(); ++m) open_kg_[m] = goods_.standing(m);
  delays_.begin_month();
  goods_.begin_month(begin, end, direct_kg);
}

std::vector<std::int64_t> TrainFlows::form_trains() {
  goods_.end_supply();
  std::vector<std::int64_t> formed(movements_.size(), 0);
  for (const MovementIndex m : goods_.take_ready()) {
    goods_.note_sent(m);
    ++formed[m];
    ++trains_;
  }
  return formed;
}

/// Trains of one movement come evenly: alone at a siding they never wait for one another. The more movements meet there, the more their
/// arrivals look like chance, and never more of them stand there than one of each.
void TrainFlows::expect_waits(Month month, const std::vector<std::int64_t>& formed) {
  std::vector<double> at_siding(world_->sidings.size(), 0.0), streams(at_siding);
  std::vector<double> forward(world_->rail_sections.size(), 0.0), backward(forward);
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (formed[m] == 0) continue;
    const auto trains = static_cast<double>(formed[m]);
    for (const auto& siding : {movements_[m].loads_at, movements_[m].unloads_at}) {
      if (!siding) continue;
      at_siding[siding->index] += trains;
      streams[siding->index] += 1.0;
    }
    for (const Movement::Hop& hop : movements_[m].hops) (hop.forward ? forward : backward)[hop.section] += trains;
  }
  for (const Siding& siding : world_->sidings) {
    const std::size_t s = world_->sidings.id_of(siding).index;
    const double others = std::max(0.0, streams[s] - 1.0);
    const double variability = 0.5 * others / std::max(1.0, streams[s]);
    const double queue = expected_wait_h({siding.tracks, siding.train_hours.value, at_siding[s] / hours_, variability});
    track_wait_h_[s] = std::min(queue, 0.5 * others / siding.tracks * siding.train_hours.value);
  }
  for (const RailSection& section : world_->rail_sections) {
    const std::size_t s = world_->rail_sections.id_of(section).index;
    const int background = static_cast<int>(rules::background_trains(world_.now(), section, month) + 0.5);
    forward_wait_h_[s] = path_wait_h(section.slots_per_day, background, forward[s] * 24.0 / hours_);
    backward_wait_h_[s] = path_wait_h(section.slots_per_day, background, backward[s] * 24.0 / hours_);
  }
}

void TrainFlows::run(Month month) {
  const std::vector<std::int64_t> formed = form_trains();
  expect_waits(month, formed);
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    rows_[m] = {};
    rows_[m].month = month;
    rows_[m].chain = movements_[m].chain;
    rows_[m].siding = movements_[m].loads_at ? movements_[m].loads_at : movements_[m].unloads_at;
    run_movement(m, formed[m]);
  }
}

void TrainFlows::run_movement(MovementIndex m, std::int64_t formed) {
  const Movement& movement = movements_[m];
  const auto track_h = [&](const std::optional<Id<Siding>>& siding) {
    return siding ? track_wait_h_[siding->index] + world_->sidings[*siding].train_hours.value : 0.0;
  };
  double first_wait_h = 0.0, run_h = hours_from_ticks(movement.far_run) + track_h(movement.unloads_at);
  const std::int64_t there = standing_[m] + formed;
  for (std::size_t i = 0; i < movement.hops.size(); ++i) {
    const Movement::Hop& hop = movement.hops[i];
    const double wait_h = (hop.forward ? forward_wait_h_ : backward_wait_h_)[hop.section];
    const RailSection& section = world_->rail_sections[Id<RailSection>{hop.section}];
    (i == 0 ? first_wait_h : run_h) += wait_h;
    run_h += (section.length / section.speed).value;
  }
  const double dwell_h = track_h(movement.loads_at) + first_wait_h;
  const Coming coming{open_kg_[m], formed * movement.train_load + goods_.standing(m) - open_kg_[m], movement.train_load, hours_};
  standing_[m] = coming.formed_in_the_last(dwell_h);
  ledger::RailRow& row = rows_[m];
  row.trains_departed = there - standing_[m];
  const std::int64_t under_way = on_the_way_[m] + row.trains_departed;
  on_the_way_[m] = std::min(under_way, coming.formed_in_the_last(dwell_h + run_h) - standing_[m]);
  row.trains_arrived = under_way - on_the_way_[m];
  row.departed_kg = row.trains_departed * movement.train_load;
  row.arrived_kg = row.trains_arrived * movement.train_load;
  row.slot_wait_ticks = row.trains_departed * ticks_from_hours(first_wait_h);
  row.dwell_ticks = row.trains_departed * ticks_from_hours(track_h(movement.loads_at)) + row.slot_wait_ticks;
  row.run_ticks = row.trains_arrived * ticks_from_hours(run_h);
  for (const Movement::Hop& hop : movement.hops) {
    const double wait_h = (hop.forward ? forward_wait_h_ : backward_wait_h_)[hop.section];
    for (std::int64_t t = 0; t < formed; ++t) delays_.note_path(hop.section, ticks_from_hours(wait_h));
  }
}

void TrainFlows::end_month(Month month, ledger::Ledger& out, MonthBook& book) const {
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (goods_.is_used(m) || rows_[m].trains_departed > 0 || rows_[m].trains_arrived > 0) out.rail.push_back(rows_[m]);
  }
  goods_.add_rows(month, out);
  delays_.publish(rows_, month, book);
}

}  // namespace railshift::engine
