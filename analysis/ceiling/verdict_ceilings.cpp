#include "analysis/ceiling/verdict_ceilings.hpp"

namespace railshift::analysis {

Ceilings add_ceilings(const World& world, std::vector<Verdict>& verdicts, const BaseTonnes& base_tonnes) {
  Ceilings ceilings = ceilings_of(world, base_tonnes);
  for (Verdict& verdict : verdicts) {
    const TargetCeiling* ceiling = ceilings.of(verdict.target);
    if (ceiling == nullptr || !ceiling->chains) continue;
    if (ceiling->trucks_count) continue;
    verdict.ceiling = ceiling->chains_bound;
    verdict.ceiling_capacity = ceiling->capacity_bound;
  }
  return ceilings;
}

}  // namespace railshift::analysis
