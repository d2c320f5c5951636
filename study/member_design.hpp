#pragma once
/// How many members a study has, and how many of them are run in full.
#include <cstdint>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::study {

struct MemberDesign {
  int members = 200;       ///< points of one Latin hypercube
  int full = 6;            ///< the first of them are run in full too
  std::uint32_t seed = 1;  ///< of the design and of residuals; the draws of all runs are those of the scenario's seed
  int second = 50;         ///< the first of the points are run by the twin under the second law too; at most `members` of them
  int screening = 0;       ///< Morris trajectories, each one run more than there are groups; 0: the members themselves screen
  friend bool operator==(const MemberDesign&, const MemberDesign&) = default;
};
/// Numbers of members below 2, more full ones than members, a negative number.
[[nodiscard]] std::vector<Words> reasons_against(const MemberDesign& design);

}  // namespace railshift::study
