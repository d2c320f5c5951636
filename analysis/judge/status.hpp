#pragma once
/// Status of a target: what can be, what is, what would be if the plan were executed. The first that holds (enum Status).
#include <vector>

#include "analysis/judge/verdicts.hpp"

namespace railshift::analysis {

/// Whether even the best value lies on the wrong side of the threshold. A best value is the highest one, of an at-most target the lowest.
[[nodiscard]] bool out_of_reach(const Target& target, double best);

/// Fills value_executed, status and, of if_executed, reached_on. `executed`: verdicts of the same targets, in the same order, on a run of
/// the plan as executed. Ceilings are read as far as they stand in `verdicts` already.
void add_status(const World& world, const std::vector<Verdict>& executed, std::vector<Verdict>& verdicts);

}  // namespace railshift::analysis
