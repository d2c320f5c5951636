#pragma once
/// 拉丁超立方抽样 - designs in which every factor meets every stratum of its range once.
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

struct LatinHypercube {
  std::vector<std::string> factors;  ///< ids; what is drawn for a factor depends on its own id alone
  std::size_t members = 0;           ///< of one block, 1 to kMostMembers
  std::size_t blocks = 1;
  std::uint32_t seed = 0;
};
/// Up to here a member stays in its stratum whatever is rounded.
inline constexpr std::size_t kMostMembers = 100'000;

/// By block, member and factor. Each block is a Latin hypercube of its own (McKay, Beckman and Conover, Technometrics 21, 1979, 239-245):
/// of m members exactly one lies in each stratum [i / m, (i + 1) / m) of each factor, evenly inside it. Members of one block are not
/// independent; blocks are, so that the figures of blocks give an error (mean_of). A block or factor more leaves the others as they are.
/// Preconditions: different ids, 1 <= members <= kMostMembers, blocks >= 1.
[[nodiscard]] std::vector<Points> latin_hypercube(const LatinHypercube& design);

}  // namespace railshift::analysis::statistics
