#include "analysis/statistics/estimate.hpp"

#include <cmath>
#include <numeric>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {

Estimate mean_of(const std::vector<double>& figures) {
  RAILSHIFT_EXPECTS(!figures.empty(), "a mean has a figure behind it");
  const auto n = static_cast<double>(figures.size());
  Estimate mean{std::accumulate(figures.begin(), figures.end(), 0.0) / n, std::nullopt};
  if (figures.size() < 2) return mean;
  double squares = 0.0;
  for (const double figure : figures) squares += (figure - mean.value) * (figure - mean.value);
  mean.error = std::sqrt(squares / (n - 1.0) / n);
  return mean;
}

}  // namespace railshift::analysis::statistics
