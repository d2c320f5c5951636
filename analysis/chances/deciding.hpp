#pragma once
/// 先核这个数 - which uncertain inputs decide a target, so that they are worth getting first.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/statistics/points.hpp"
#include "analysis/statistics/sobol_indices.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// Below it a surrogate has missed what decides the figure, and no index is said.
inline constexpr double kLeastR2 = 0.9;

struct GroupShare {
  std::string group;               ///< id of the factor
  statistics::GroupIndices share;  ///< Sobol indices of the surrogate
  Words office{};                  ///< that has the number; empty: not known
};

/// What was looked at to find the factors that act.
enum class ScreenedBy : std::uint8_t {
  members,  ///< the members that the surrogate is fitted to, part by part (statistics/surrogate.hpp)
  morris    ///< runs of their own (statistics/morris.hpp)
};
[[nodiscard]] std::string_view to_text(ScreenedBy by);

/// Of the twins' figures, before correction: what moves the estimate.
struct Deciding {
  std::string target;
  int members = 0;  ///< that have a figure
  ScreenedBy screened_by = ScreenedBy::members;
  int candidates = 0;  ///< factors that were in question: all groups, or those that passed the screening
  /// Of the surrogate, on members that neither the choice of factors nor the fit has seen; nothing where it could not be fitted: fewer than
  /// statistics::kLeastSeen figures, figures that do not vary, or no factor that shows.
  std::optional<double> r2;
  std::vector<GroupShare> groups;  ///< by total index, largest first; factors that do not act are left out; none where r2 < kLeastR2
};

struct DecidingQuestion {
  const std::vector<std::string>& groups;       ///< ids of the factors
  const std::map<std::string, Words>& offices;  ///< that have their numbers, where known
  const statistics::Points& points;             ///< by member
  const std::vector<TargetChance>& chances;     ///< their estimates are explained
  const std::map<std::string, std::vector<std::size_t>>&
      passed;  ///< by target, factors that a screening of its own let pass; of others all
  std::uint32_t seed = 1;
};
/// Targets in the order of their chances. Where what passed explains less than kLeastR2 (few trajectories miss what acts in a corner
/// alone), the members screen among all groups.
[[nodiscard]] std::vector<Deciding> deciding(const DecidingQuestion& question);

/// deciding.csv: target, members, screened_by, candidates, r2, group, first, first_error, total, total_error, rank, office_zh, office_en;
/// one row without a group where there is none.
[[nodiscard]] const std::array<std::string_view, 13>& deciding_columns();
/// The rows of one target, cells by column.
[[nodiscard]] std::vector<std::vector<std::string>> deciding_rows(const Deciding& target);
[[nodiscard]] std::string to_csv(const std::vector<Deciding>& all);

}  // namespace railshift::analysis
