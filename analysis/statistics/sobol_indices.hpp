#pragma once
/// Sobol 指数 - which share of the variance of a figure each group of independent factors decides.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

struct SobolStudy {
  std::size_t factors = 0;
  /// Columns that are judged together, each in one group at most. Columns in none vary too and have no index.
  std::vector<std::vector<std::size_t>> groups;
  std::size_t points = 0;      ///< N of a replicate, at least 2; a power of two is best
  std::size_t replicates = 1;  ///< shifts of the Sobol sequence; two or more give an error
  std::uint32_t seed = 0;
};

/// 一阶指数与总指数 - shares of the variance.
struct GroupIndices {
  Estimate first;  ///< what is decided by the group alone: the variance that goes if its value is known
  Estimate total;  ///< with all that it does together with others: the variance that stays if all others are known
};
struct SobolIndices {
  double variance = 0.0;             ///< of the figure, mean over replicates
  std::vector<GroupIndices> groups;  ///< in the order of the study; empty if the figure does not vary in one of the replicates
};

/// The points of a replicate: N of A, N of B, then for each group N of A with its columns from B. A and B are the halves of a Sobol
/// sequence of 2 x factors dimensions. N x (groups + 2) points. Throws Failed if there are more than kMostSobolDimensions / 2 factors.
[[nodiscard]] Points saltelli_points(const SobolStudy& study, std::size_t replicate);

/// Indices from the values of saltelli_points, by replicate. Of each replicate, with f0 and V the mean and variance of all of f(A), f(B)
/// (Saltelli et al., Comput. Phys. Commun. 181, 2010, 259-270, table 2 (b) and (f), the latter by Jansen 1999):
///   first = sum (f(B) - f0) (f(AB) - f(A)) / (N V),    total = sum (f(A) - f(AB))^2 / (2 N V).
/// The estimate is the mean over replicates. Indices of small samples may lie below 0 or above 1 and are left there. Values are metrics,
/// never met or missed. Preconditions: groups as above, values finite and as many as points.
[[nodiscard]] SobolIndices sobol_indices(const SobolStudy& study, const std::vector<std::vector<double>>& values);
/// The same for one figure, whose values `evaluate` computes replicate by replicate.
[[nodiscard]] SobolIndices sobol_indices(const SobolStudy& study, const Evaluate& evaluate);

}  // namespace railshift::analysis::statistics
