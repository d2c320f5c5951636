#include "study/plans/contributions.hpp"

#include <algorithm>
#include <iterator>

namespace railshift::study {

LeftOut whole_plan(const World& plan) {
  LeftOut all;
  for (const Measure& measure : plan.measures) {
    if (measure.layer != Layer::baseline) all.insert(measure.id);
  }
  return all;
}

std::vector<PartSets> part_sets(const World& plan) {
  const LeftOut all = whole_plan(plan);
  std::vector<PartSets> sets;
  for (analysis::PlanPart& part : analysis::parts_of(plan)) {
    const LeftOut itself(part.measures.begin(), part.measures.end());
    LeftOut others;
    std::set_difference(all.begin(), all.end(), itself.begin(), itself.end(), std::inserter(others, others.end()));
    sets.push_back({std::move(part), itself, others});
  }
  return sets;
}

RunWithout run_without(const World& plan, const LeftOut& measures) {
  if (measures.empty()) return RunWithout::plan;
  return measures == whole_plan(plan) && leaving_out(plan, measures).set.empty() ? RunWithout::baseline : RunWithout::own;
}

std::vector<LeftOut> contribution_sets(const World& plan) {
  std::set<LeftOut> sets{whole_plan(plan)};
  for (const PartSets& part : part_sets(plan)) {
    sets.insert(part.itself);
    sets.insert(part.others);
  }
  std::vector<LeftOut> own;
  std::copy_if(sets.begin(), sets.end(), std::back_inserter(own),
               [&](const LeftOut& set) { return run_without(plan, set) == RunWithout::own; });
  return own;
}

}  // namespace railshift::study
