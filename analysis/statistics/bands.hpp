#pragma once
/// 分位带 - where the middle half and nine tenths of the members of a study lie.
#include <map>
#include <optional>
#include <vector>

namespace railshift::analysis::statistics {

/// Type 7 of Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50, 1996, 361-365 (the default of R and
/// NumPy): the sorted values lie at 0, 1 / (n - 1), ..., 1, with straight lines between. Preconditions: a value, all finite,
/// 0 <= share <= 1.
[[nodiscard]] double quantile(std::vector<double> values, double share);

struct Band {
  int members = 0;  ///< that have a figure
  int without = 0;  ///< that have none: a run that failed, or a figure that does not exist in it
  double p05 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
};

/// Of the members that have a figure; nothing if none has.
[[nodiscard]] std::optional<Band> band_of(const std::vector<std::optional<double>>& values);
/// Year by year, the values of all members; years in which no member has a figure are left out.
[[nodiscard]] std::map<int, Band> yearly_bands(const std::map<int, std::vector<std::optional<double>>>& values);

}  // namespace railshift::analysis::statistics
