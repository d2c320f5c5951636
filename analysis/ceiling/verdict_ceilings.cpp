#include "analysis/ceiling/verdict_ceilings.hpp"

namespace railshift::analysis {

Ceilings add_ceilings(const World& world, std::vector<Verdict>& verdicts) {
  Ceilings ceilings = ceilings_of(world);
  for (Verdict& verdict : verdicts) {
    const TargetCeiling* ceiling = ceilings.of(verdict.target);
    if (ceiling == nullptr || !ceiling->chains) continue;
    const bool all = ceiling->trucks_count && !ceiling->least;
    const auto target = world.targets.find(verdict.target);
    const auto question = all && target ? question_of(world, world.targets[*target]) : std::nullopt;
    verdict.ceiling = question ? question->in_unit(1.0) : ceiling->chains_bound;
    verdict.ceiling_capacity = question ? question->in_unit(1.0) : ceiling->capacity_bound;
  }
  return ceilings;
}

}  // namespace railshift::analysis
