#include "sim/engine/months/train_flows.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/months/expected_wait.hpp"
#include "sim/engine/months/rail_month.hpp"
#include "sim/rules/capacity/capacity_steps.hpp"
#include "sim/rules/capacity/precedence.hpp"
#include "sim/rules/capacity/station_work.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::engine {
namespace {

/// Trains of a month at a siding, or on a section in one direction.
struct Use {
  double trains = 0.0;
  int movements = 0;
  std::int64_t joined = 1;   ///< trains that share a path, at most
  bool all_go_first = true;  ///< background trains give way to all of them
  void add(std::int64_t formed) {
    trains += static_cast<double>(formed);
    ++movements;
  }
};

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
      load_h_(world->sidings.size(), 0.0),
      unload_h_(world->sidings.size(), 0.0),
      forward_wait_(world->rail_sections.size()),
      backward_wait_(world->rail_sections.size()),
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

void TrainFlows::expect_waits(Month month, const std::vector<std::int64_t>& formed) {
  std::vector<Use> tracks(world_->sidings.size()), unloading(tracks), loading(tracks);
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (formed[m] == 0) continue;
    if (const auto& siding = movements_[m].loads_at) {
      tracks[siding->index].add(formed[m]);
      loading[siding->index].add(formed[m]);
    }
    if (const auto& siding = movements_[m].unloads_at)
      (world_->sidings[*siding].unload_tracks > 0 ? unloading : tracks)[siding->index].add(formed[m]);
  }
  const rules::CapacitySteps steps(world_.now(), month);
  for (const Siding& siding : world_->sidings) {
    const Id<Siding> id = world_->sidings.id_of(siding);
    const TrackMonth at = tracks_in(steps, siding, id, month);
    const auto queue = [&](int servers, double hours, const Use& use) {
      return use.movements == 0 ? 0.0 : track_queue_h(servers, hours, use.trains / hours_, use.movements);
    };
    const double load_h = siding.train_hours.value, unload_h = rules::unloading_hours(siding).value;
    const bool apart = siding.unload_tracks > 0;
    const double common = queue(at.tracks, load_h * at.stretch, tracks[id.index]);
    const double wait = tracks[id.index].movements == 0 ? 0.0 : common + load_h * (at.stretch - 1.0);
    const auto wagons = rules::wagon_trains(siding);
    // A siding without wagons for one train sends none.
    const double for_wagons = wagons && *wagons > 0 ? queue(*wagons, siding.turn_days * 24.0, loading[id.index]) : 0.0;
    load_h_[id.index] = wait + for_wagons + load_h;
    unload_h_[id.index] = apart ? queue(siding.unload_tracks, unload_h, unloading[id.index]) + unload_h : wait + unload_h;
  }
  expect_path_waits(month, formed);
}

double TrainFlows::background(const Movement::Hop& hop, Month month) const {
  const auto ranked = std::find_if(background_.begin(), background_.end(), [&](const rules::MonthPlan::Background& trains) {
    return trains.section == hop.section && trains.forward == hop.forward;
  });
  if (ranked != background_.end()) return ranked->let_on_per_day;
  return rules::background_trains(world_.now(), world_->rail_sections[Id<RailSection>{hop.section}], month);
}

void TrainFlows::expect_path_waits(Month month, const std::vector<std::int64_t>& formed) {
  std::vector<Use> forward(world_->rail_sections.size()), backward(forward);
  const rules::Precedence order = rules::precedence(world_.now(), month);
  for (MovementIndex m = 0; m < movements_.size(); ++m) {
    if (formed[m] == 0) continue;
    const bool first = rules::goes_before_background(order, movements_[m].chain);
    for (const Movement::Hop& hop : movements_[m].hops) {
      Use& use = (hop.forward ? forward : backward)[hop.section];
      const RailSection& section = world_->rail_sections[Id<RailSection>{hop.section}];
      use.add(formed[m]);
      use.joined = std::max(use.joined, rules::trains_a_path(section, movements_[m].train_load));
      use.all_go_first = use.all_go_first && first;
    }
  }
  const rules::CapacitySteps steps(world_.now(), month);
  for (const RailSection& section : world_->rail_sections) {
    const Id<RailSection> id = world_->rail_sections.id_of(section);
    std::vector<rules::PathDay> days;
    for (Date day = first_day(month); day < end_day(month); day = day + 1)
      days.push_back(steps.touch(id) ? steps.on(id, day) : rules::PathDay{section.slots_per_day, 0, 0});
    const auto wait = [&](const Use& use, const Movement::Hop& hop) {
      if (use.movements == 0) return PathWait{};
      return path_wait_in(days, use.all_go_first ? 0.0 : background(hop, month),
                          use.trains * 24.0 / hours_ / static_cast<double>(use.joined), use.movements);
    };
    forward_wait_[id.index] = wait(forward[id.index], {id.index, true});
    backward_wait_[id.index] = wait(backward[id.index], {id.index, false});
  }
}

/// A train that has waited in one queue leaves it spaced from the others: it pays the longest of its way alone, elsewhere the next path.
std::vector<double> TrainFlows::path_waits_h(const Movement& movement) const {
  std::vector<double> waits;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < movement.hops.size(); ++i) {
    waits.push_back(path_wait(movement.hops[i]).next_h);
    if (path_wait(movement.hops[i]).queue_h > path_wait(movement.hops[longest]).queue_h) longest = i;
  }
  if (!waits.empty()) waits[longest] += path_wait(movement.hops[longest]).queue_h;
  return waits;
}

void TrainFlows::run(Month month, const std::vector<rules::MonthPlan::Background>& background) {
  background_ = background;
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
  const double load_h = movement.loads_at ? load_h_[movement.loads_at->index] : 0.0;
  const double unload_h = movement.unloads_at ? unload_h_[movement.unloads_at->index] : 0.0;
  const std::vector<double> wait_h = path_waits_h(movement);
  double first_wait_h = 0.0, run_h = hours_from_ticks(movement.far_run) + unload_h;
  const std::int64_t there = standing_[m] + formed;
  for (std::size_t i = 0; i < movement.hops.size(); ++i) {
    const RailSection& section = world_->rail_sections[Id<RailSection>{movement.hops[i].section}];
    (i == 0 ? first_wait_h : run_h) += wait_h[i];
    run_h += (section.length / section.speed).value;
  }
  const double dwell_h = load_h + first_wait_h;
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
  row.dwell_ticks = row.trains_departed * ticks_from_hours(load_h) + row.slot_wait_ticks;
  row.run_ticks = row.trains_arrived * ticks_from_hours(run_h);
  for (std::size_t i = 0; i < movement.hops.size(); ++i) {
    for (std::int64_t t = 0; t < formed; ++t) delays_.note_path(movement.hops[i].section, ticks_from_hours(wait_h[i]));
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
