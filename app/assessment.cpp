#include "app/assessment.hpp"

#include <optional>

#include <fmt/format.h>

namespace railshift::app {
namespace {

/// The knob of an ordering measure: its obedience, or the price of a duty.
struct Knob { std::string name; double value = 0.0; double highest = 1.0; };

std::optional<Knob> knob_of(const Measure& measure) {
  if (const auto* m = std::get_if<RailDuty>(&measure.body)) return Knob{"price_yuan_per_t", m->price.value, 1e9};
  if (const auto* m = std::get_if<GateFloor>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<RetireOrder>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<FrozenBaseOrder>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<StockQuota>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<NewOnly>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<ThroughDiversion>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  return std::nullopt;
}

std::string break_even(const Knob& knob, double without, double with, double threshold) {
  if (with == without) return "no effect: " + knob.name;
  const double at = knob.value * (threshold - without) / (with - without);
  if (at < 0.0) return fmt::format("{} 0 (met without)", knob.name);
  if (at > knob.highest) return fmt::format("none in 0..{:g} ({} {:.2f} by line)", knob.highest, knob.name, at);
  return fmt::format("{} {:.3g} (by line from 0 to {:g})", knob.name, at, knob.value);
}

const Target& target_of(const World& world, const std::string& id) { return world.targets[*world.targets.find(id)]; }

}  // namespace

std::vector<LeftOut> sets_to_leave_out(const World& plan) {
  std::set<LeftOut> sets;
  for (const Target& target : plan.targets) {
    const auto ids = analysis::ordering_measures(plan, target);
    if (ids.empty()) continue;
    sets.insert(LeftOut(ids.begin(), ids.end()));
    for (const std::string& id : ids) sets.insert(LeftOut{id});
  }
  return {sets.begin(), sets.end()};
}

void add_counterfactuals(const World& plan, const WithoutOrders& without, std::vector<analysis::Verdict>& verdicts) {
  for (analysis::Verdict& v : verdicts) {
    const Target& target = target_of(plan, v.target);
    const auto ids = analysis::ordering_measures(plan, target);
    const auto all = without.find(LeftOut(ids.begin(), ids.end()));
    if (v.basis != analysis::Basis::ordered || all == without.end()) continue;
    v.without_order = analysis::value_of(target, all->second);
    for (const std::string& id : ids) {
      const auto alone = without.find(LeftOut{id});
      if (alone == without.end()) continue;
      const auto value = analysis::value_of(target, alone->second);
      const auto knob = knob_of(plan.measures[*plan.measures.find(id)]);
      if (!value) continue;
      if (ids.size() > 1) v.basis_reason += fmt::format("; without {} alone: {:.4g}", id, *value);
      if (knob && v.value) v.break_even += (v.break_even.empty() ? "" : "; ") + id + ": " + break_even(*knob, *value, *v.value, v.threshold);
    }
  }
}

}  // namespace railshift::app
