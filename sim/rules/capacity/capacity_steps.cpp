#include "sim/rules/capacity/capacity_steps.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contains.hpp"

namespace railshift::rules {
namespace {

/// A part of whole tracks or paths, cut towards 0; what ought to be whole is, but for its last bits.
int whole_part(int all, double part) {
  const double there = all * part;
  return static_cast<int>(there < 0.0 ? std::ceil(there - 1e-9) : std::floor(there + 1e-9));
}

}  // namespace

CapacitySteps::CapacitySteps(const World& world, Month month, std::optional<Id<Measure>> without) : world_(world) {
  for (const Measure& measure : world.measures) {
    const auto* step = policy::as<CapacityStep>(measure);
    if (step == nullptr || world.measures.id_of(measure) == without) continue;
    if (policy::touches(*step, measure.from, month)) steps_.push_back({step, measure.from});
  }
}

std::vector<const CapacitySteps::Step*> CapacitySteps::at(Id<Siding> siding) const {
  std::vector<const Step*> found;
  for (const Step& step : steps_) {
    if (contains(step.step->sidings, siding)) found.push_back(&step);
  }
  return found;
}

std::vector<const CapacitySteps::Step*> CapacitySteps::at(Id<RailSection> section) const {
  std::vector<const Step*> found;
  for (const Step& step : steps_) {
    if (contains(step.step->sections, section)) found.push_back(&step);
  }
  return found;
}

bool CapacitySteps::touch(Id<Siding> siding) const { return !at(siding).empty(); }
bool CapacitySteps::touch(Id<RailSection> section) const { return !at(section).empty(); }

const CapacitySteps::Step* CapacitySteps::window(const std::vector<const Step*>& steps, Date day) const {
  const Step* longest = nullptr;
  for (const Step* step : steps) {
    if (step->step->hours_per_day <= 0.0 || !policy::in_force(*step->step, step->from, day)) continue;
    if (longest == nullptr || step->step->hours_per_day > longest->step->hours_per_day) longest = step;
  }
  return longest;
}

SidingDay CapacitySteps::on(Id<Siding> id, Date day) const {
  const Siding& siding = world_.sidings[id];
  SidingDay at_day{siding.capacity.value, siding.tracks, 0.0, 0.0};
  const std::vector<const Step*> steps = at(id);
  for (const Step* step : steps) {
    const double part = policy::part_there(*step->step, step->from, day);
    at_day.t_per_day += step->step->t_per_day * part;
    at_day.tracks += whole_part(step->step->tracks, part);
  }
  at_day.t_per_day = std::max(0.0, at_day.t_per_day);
  at_day.tracks = std::max(0, at_day.tracks);
  if (const Step* closed = window(steps, day)) {
    at_day.closed_h = closed->step->hours_per_day;
    at_day.closed_from_h = closed->step->begins_hour;
  }
  return at_day;
}

PathDay CapacitySteps::on(Id<RailSection> id, Date day) const {
  const std::vector<const Step*> steps = at(id);
  int slots = world_.rail_sections[id].slots_per_day;
  for (const Step* step : steps) slots += whole_part(step->step->slots_per_day, policy::part_there(*step->step, step->from, day));
  slots = std::max(0, slots);
  const Step* closed = window(steps, day);
  if (closed == nullptr) return {slots, 0, 0};
  return with_window(slots, closed->step->hours_per_day, closed->step->begins_hour, day - closed->from);
}

}  // namespace railshift::rules
