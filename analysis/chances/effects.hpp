#pragma once
/// 方案之间的差 - how far a target's figure lies apart between two plans, member by member on the same point and draws.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"

namespace railshift::analysis {

/// A target of two cases. Differences are case - base, in the unit of the target.
struct TargetEffect {
  std::string target;
  std::string unit;
  int members = 0;                                 ///< of which both have an estimate
  int pairs = 0;                                   ///< of which both were run in full
  std::optional<statistics::Estimate> mean;        ///< corrected by ten pairs or more; of fewer the mean of the estimates, not corrected
  std::optional<statistics::Estimate> full_alone;  ///< of the full runs alone
  std::optional<statistics::Band> band;            ///< of the estimates
};

/// Targets that both have, in the order of the base. Preconditions: the same members in both.
[[nodiscard]] std::vector<TargetEffect> target_effects(const std::vector<TargetChance>& base, const std::vector<TargetChance>& other);

}  // namespace railshift::analysis
