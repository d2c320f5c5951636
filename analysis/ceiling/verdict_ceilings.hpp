#pragma once
/// Ceilings beside verdicts.
#include <vector>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/judge/verdicts.hpp"

namespace railshift::analysis {

/// Fills Verdict::ceiling and Verdict::ceiling_capacity of every target that has one, and returns what they rest on. Chains do not
/// limit how many trucks are clean, so that clean_share has none.
Ceilings add_ceilings(const World& world, std::vector<Verdict>& verdicts, const BaseTonnes& base_tonnes = {});

}  // namespace railshift::analysis
