#pragma once
/// 先核哪个数 - which uncertain inputs decide a target's figure: shares of its variance over the members, on a surrogate of them.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/statistics/points.hpp"
#include "analysis/statistics/sobol_indices.hpp"

namespace railshift::analysis {

/// Indices are said only of a surrogate that explains this much of what it did not see.
inline constexpr double kLeastR2 = 0.9;

/// A group of inputs that moves together (one factor of the design), and its share.
struct GroupShare {
  std::string group;
  statistics::GroupIndices share;
};

struct Deciding {
  std::string target;
  std::optional<double> r2;        ///< of the surrogate, leaving one member out; nothing if the figure does not vary or members are few
  std::vector<GroupShare> groups;  ///< by total share, the largest first; empty below kLeastR2
};

/// Of every target the indices of the groups, in the order of the targets, from the estimates at the points of the members (members
/// without a value are left out): drawn residuals would be noise. `groups` are the factors of the points. Preconditions: a point for each
/// value.
[[nodiscard]] std::vector<Deciding> deciding(const std::vector<std::string>& groups, const statistics::Points& points,
                                             const std::vector<TargetChance>& chances, std::uint32_t seed);

/// Columns of deciding.csv, and the rows of a target: one without a group where there is no order.
[[nodiscard]] const std::array<std::string_view, 8>& deciding_columns();
[[nodiscard]] std::vector<std::vector<std::string>> deciding_rows(const Deciding& target);
/// deciding.csv: target, r2, group, first, first_error, total, total_error, rank.
[[nodiscard]] std::string to_csv(const std::vector<Deciding>& all);

}  // namespace railshift::analysis
