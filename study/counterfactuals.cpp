#include "study/counterfactuals.hpp"

#include <cmath>
#include <optional>

#include "sim/policy/kinds.hpp"

namespace railshift::study {
namespace {

bool satisfies(const Target& target, double value) {
  switch (target.op) {
    case Operator::at_least:
      return value >= target.value - target.tolerance;
    case Operator::at_most:
      return value <= target.value + target.tolerance;
    case Operator::equals:
      return std::abs(value - target.value) <= target.tolerance;
  }
  return false;
}

/// A value without a measure and with it.
struct WithoutAndWith {
  double without = 0.0;
  double with = 0.0;
};

analysis::BreakEven break_even(const std::string& measure, const policy::Knob& of, const Target& target, WithoutAndWith value) {
  using State = analysis::BreakEven::State;
  analysis::BreakEven found{measure, of.field, State::met_at_zero, 0.0, of.highest};
  if (satisfies(target, value.without)) return found;
  found.state = State::no_effect;
  if (value.with == value.without) return found;
  found.at = of.value * (target.value - value.without) / (value.with - value.without);
  found.state = found.at < 0.0 ? State::other_way : found.at > of.highest ? State::above_highest : State::at;
  return found;
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

void add_counterfactuals(const World& plan, const WithoutOrders& without, const analysis::MetricTable& paired,
                         std::vector<analysis::Verdict>& verdicts) {
  for (analysis::Verdict& v : verdicts) {
    const Target& target = target_of(plan, v.target);
    const auto ids = analysis::ordering_measures(plan, target);
    const auto all = without.find(LeftOut(ids.begin(), ids.end()));
    const auto with = analysis::value_of(target, paired);
    if (v.basis != analysis::Basis::ordered || all == without.end() || !with) continue;
    v.without_order = analysis::value_of(target, all->second);
    if (v.without_order) v.with_order = with;
    for (const std::string& id : ids) {
      const auto alone = without.find(LeftOut{id});
      const auto knob = policy::knob_of(plan.measures[*plan.measures.find(id)]);
      if (alone == without.end()) continue;
      const auto value = analysis::value_of(target, alone->second);
      if (!value) continue;
      if (ids.size() > 1) v.reasons.push_back(analysis::WithoutAlone{id, *value});
      // An order at 0 is the plan without it: there is no second point for a line.
      if (knob && knob->value != 0.0) v.break_even.push_back(break_even(id, *knob, target, {*value, *with}));
    }
  }
}

}  // namespace railshift::study
