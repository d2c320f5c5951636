#include "study/counterfactuals.hpp"

#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "analysis/csv_text.hpp"

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

std::string break_even(const Knob& knob, const Target& target, double without, double with) {
  if (satisfies(target, without)) return knob.name + ": met at 0";
  if (with == without) return knob.name + ": no effect";
  const double at = knob.value * (target.value - without) / (with - without);
  if (at < 0.0) return knob.name + ": moves the other way";
  if (at > knob.highest) return fmt::format("{}\u2248{:.3g}>{:g}", knob.name, at, knob.highest);
  return fmt::format("{}\u2248{:.3g}", knob.name, at);
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
    for (const std::string& id : ids) {
      const auto alone = without.find(LeftOut{id});
      const auto knob = knob_of(plan.measures[*plan.measures.find(id)]);
      if (alone == without.end()) continue;
      const auto value = analysis::value_of(target, alone->second);
      if (!value) continue;
      if (ids.size() > 1) v.basis_reason += fmt::format("; without {} alone: {}", id, analysis::number_text(*value));
      if (knob) v.break_even += (v.break_even.empty() ? "" : "; ") + id + "." + break_even(*knob, target, *value, *with);
    }
  }
}

}  // namespace railshift::study
