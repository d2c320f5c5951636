#pragma once
/// 筛选 - which few of many factors a figure shows to act, from the members of a design themselves or from a Morris screening.
#include <cstddef>
#include <vector>

#include "analysis/statistics/morris.hpp"
#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

/// No more factors are taken: a surrogate of some hundred points has nothing to say of more.
inline constexpr std::size_t kMostActing = 12;
/// Of a Morris screening a factor acts if its mean effect has this share of the largest: of a figure that is linear in both, a hundredth of
/// the variance.
inline constexpr double kLeastEffect = 0.1;

/// Columns that act, in the order in which they are found. Each step takes the factor whose two first Legendre polynomials in 2 u - 1 take
/// most off the squares that those found before leave (linear regression on all of them); it ends where the F statistic of what they take,
/// (gain / 2) / (rest / (n - 1 - 2 k)), k factors with the new one, lies below its quantile of 1 - 0.05 / candidates (Bonferroni), at
/// kMostActing, or where points run out. A factor that acts through others alone is not found; the figures then say so, as the surrogate
/// fails (surrogate.hpp). Preconditions: finite values, one a point; candidates are columns, each once.
[[nodiscard]] std::vector<std::size_t> acting_factors(const Points& points, const std::vector<double>& values,
                                                      const std::vector<std::size_t>& candidates);

/// Columns whose mean_size has kLeastEffect of the largest or more, largest first, at most kMostActing; none where nothing moves.
[[nodiscard]] std::vector<std::size_t> acting_factors(const std::vector<ElementaryEffects>& effects);

}  // namespace railshift::analysis::statistics
