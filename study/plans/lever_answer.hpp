#pragma once
/// What it takes: from runs at the better ends of all levers to positions and sets that are enough, round by round.
#include <functional>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/target_levers.hpp"
#include "study/plans/levers.hpp"

namespace railshift::study {

/// Rounds of bisection; every round is two steps, and all searches share it.
inline constexpr int kMostRounds = 4;
/// Levers of the largest set that is tried, but for the set of all.
inline constexpr std::size_t kLargestSet = 5;

/// One run of the plan with some levers turned, on the first seed.
struct LeverRun {
  std::vector<analysis::Verdict> verdicts;  ///< of the plan's targets; none if the scenario refuses a number
  Words refused{};                          ///< its first problem
};
/// Runs the plan with each of these settings; what comes back has their order.
using RunLevers = std::function<std::vector<LeverRun>(const std::vector<LeverSettings>&)>;

struct LeverQuestion {
  std::vector<analysis::Lever> levers;
  std::vector<std::string> left_out;      ///< paths of levers beyond kMostLevers
  std::vector<analysis::Verdict> status;  ///< of the assessment: status, outcome, basis
  std::vector<analysis::Verdict> given;   ///< the plan on the first seed alone
};

/// `screened`: the runs of screening(levers), in its order. Of each target that is_asked: its levers ranked, bisected where the better end
/// meets it; where no lever alone is enough and all together are, the smallest set that its levers by gain make up, up to kLargestSet, else
/// all of them. Every figure is one of a run.
[[nodiscard]] analysis::LeverAnswer lever_answer(const LeverQuestion& question, const std::vector<LeverRun>& screened,
                                                 const RunLevers& run);

}  // namespace railshift::study
