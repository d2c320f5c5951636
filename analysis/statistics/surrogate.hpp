#pragma once
/// 代理模型 - a process on the few factors that act, with how well it says what it did not see.
#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/statistics/gaussian_process.hpp"
#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

/// Fewer members show which factors act too seldom (docs/decisions/which-number-first.md).
inline constexpr std::size_t kLeastSeen = 50;
/// Parts into which the members are cut for the check.
inline constexpr std::size_t kFolds = 5;

struct Surrogate {
  std::vector<std::size_t> factors;  ///< columns that act (screening.hpp), in the order in which they were found
  GaussianProcess process;           ///< on these columns alone
  /// Of each fifth of the members what screening and process of the other four fifths say of it: 1 - sum (y - said)^2 / sum (y - mean)^2.
  /// Neither the choice of factors nor the kernel has seen what it is judged by. Below 0: worse than the mean.
  double r2 = 0.0;
};

/// Screens among the candidates (acting_factors), fits a process to those that act and judges both. Nothing with fewer than kLeastSeen
/// values, where values do not vary, or no factor acts. Preconditions as of acting_factors; members i, i + kFolds, ... are no part that
/// differs from the others.
[[nodiscard]] std::optional<Surrogate> fit_surrogate(const Points& points, const std::vector<double>& values,
                                                     const std::vector<std::size_t>& candidates);

}  // namespace railshift::analysis::statistics
