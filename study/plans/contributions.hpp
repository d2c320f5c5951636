#pragma once
/// Which runs say what the parts of a plan bring: each part left out of the plan, and each part left alone.
#include <cstdint>
#include <vector>

#include "analysis/contributions/plan_parts.hpp"
#include "sim/model/world.hpp"
#include "study/plans/leaving_out.hpp"

namespace railshift::study {

/// What is left out of the plan for the two runs of a part.
struct PartSets {
  analysis::PlanPart part;
  LeftOut itself;  ///< one-out
  LeftOut others;  ///< one-in: every other measure of the plan
};
/// In the order of analysis::parts_of.
[[nodiscard]] std::vector<PartSets> part_sets(const World& plan);

/// Every measure of the plan: without them it is what the parts alone are compared with.
[[nodiscard]] LeftOut whole_plan(const World& plan);

/// Which run is that of the plan without some measures, so that none is made twice.
enum class RunWithout : std::uint8_t {
  plan,      ///< nothing is left out
  baseline,  ///< all of the plan is left out, and nothing of it is kept to be counted (a frozen base)
  own
};
[[nodiscard]] RunWithout run_without(const World& plan, const LeftOut& measures);

/// What has to be left out for the contributions, without what plan and baseline are. Sorted, without repetition: the one-out of one of two
/// measures is the one-in of the other.
[[nodiscard]] std::vector<LeftOut> contribution_sets(const World& plan);

}  // namespace railshift::study
