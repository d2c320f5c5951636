#include "analysis/statistics/bands.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

double sorted_quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

void sort_finite(std::vector<double>& values) {
  RAILSHIFT_EXPECTS(!values.empty(), "a quantile is of values");
  RAILSHIFT_EXPECTS(std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }), "quantiles are of finite values");
  std::sort(values.begin(), values.end());
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  RAILSHIFT_EXPECTS(share >= 0.0 && share <= 1.0, "a quantile is at a share from 0 to 1");
  sort_finite(values);
  return sorted_quantile(values, share);
}

std::optional<Band> band_of(const std::vector<std::optional<double>>& values) {
  std::vector<double> there;
  for (const auto& value : values) {
    if (value) there.push_back(*value);
  }
  if (there.empty()) return std::nullopt;
  sort_finite(there);
  Band band;
  band.members = static_cast<int>(there.size());
  band.without = static_cast<int>(values.size() - there.size());
  band.p05 = sorted_quantile(there, 0.05);
  band.p25 = sorted_quantile(there, 0.25);
  band.p50 = sorted_quantile(there, 0.50);
  band.p75 = sorted_quantile(there, 0.75);
  band.p95 = sorted_quantile(there, 0.95);
  return band;
}

std::map<int, Band> yearly_bands(const std::map<int, std::vector<std::optional<double>>>& values) {
  std::map<int, Band> bands;
  for (const auto& [year, of_year] : values) {
    if (const auto band = band_of(of_year)) bands.emplace(year, *band);
  }
  return bands;
}

}  // namespace railshift::analysis::statistics
