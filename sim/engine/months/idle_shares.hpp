#pragma once
/// Who of the trucks that stand idle takes which work, in expectation.
#include <vector>

namespace railshift::engine {

/// Classes of trucks and kinds of work in one pool.
struct IdleShares {
  std::vector<double> idle;                 ///< by class: hours of duty that no work takes, above 0 for a class that has trucks
  std::vector<std::vector<double>> shares;  ///< by work and class: sum to 1, or all 0 where no class that has trucks may do it
};

/// The dispatcher sends a truck that stands idle, and of those that may do the work one is as likely as another: work m goes to class k in
/// the measure of the hours that its trucks stand idle. `duty` hours by class, `work` hours by kind, `admits[m][k]` whether class k may do
/// it. Fixed point of idle_k = duty_k / (1 + sum over m of admits_mk work_m / sum over j of admits_mj idle_j), by repetition from duty on.
/// Preconditions: as many admits as work, each as long as duty; work of any set of classes is at most their duty.
[[nodiscard]] IdleShares idle_shares(const std::vector<double>& duty, const std::vector<std::vector<bool>>& admits,
                                     const std::vector<double>& work);

}  // namespace railshift::engine
