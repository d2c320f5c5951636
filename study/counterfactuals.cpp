#include "study/counterfactuals.hpp"

#include <optional>

namespace railshift::study {
namespace {

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
    const auto with = analysis::value_of(plan, target, paired);
    if (v.basis != analysis::Basis::ordered || all == without.end() || !with) continue;
    v.without_order = analysis::value_of(plan, target, all->second);
    if (v.without_order) v.with_order = with;
    for (const std::string& id : ids) {
      const auto alone = without.find(LeftOut{id});
      if (alone == without.end()) continue;
      const auto value = analysis::value_of(plan, target, alone->second);
      if (value && ids.size() > 1) v.reasons.emplace_back(analysis::WithoutAlone{id, *value});
    }
  }
}

}  // namespace railshift::study
