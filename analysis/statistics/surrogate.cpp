#include "analysis/statistics/surrogate.hpp"

#include <numeric>

#include "analysis/statistics/screening.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

Point columns_of(const Point& point, const std::vector<std::size_t>& factors) {
  Point cut;
  for (const std::size_t factor : factors) cut.push_back(point.at(factor));
  return cut;
}

Points columns_of(const Points& points, const std::vector<std::size_t>& factors) {
  Points cut;
  for (const Point& point : points) cut.push_back(columns_of(point, factors));
  return cut;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// What members of the other parts say of those of one part: their mean where none of the factors acts in them.
void judge_part(const Points& points, const std::vector<double>& values, const std::vector<std::size_t>& candidates, std::size_t part,
                std::vector<double>& said) {
  Points seen;
  std::vector<double> figures;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i % kFolds == part) continue;
    seen.push_back(points[i]);
    figures.push_back(values[i]);
  }
  const std::vector<std::size_t> factors = acting_factors(seen, figures, candidates);
  const auto process = factors.empty() ? std::nullopt : fit_gaussian_process(columns_of(seen, factors), figures);
  for (std::size_t i = part; i < points.size(); i += kFolds)
    said[i] = process ? process->mean_at(columns_of(points[i], factors)) : mean(figures);
}

}  // namespace

std::optional<Surrogate> fit_surrogate(const Points& points, const std::vector<double>& values,
                                       const std::vector<std::size_t>& candidates) {
  RAILSHIFT_EXPECTS(points.size() == values.size(), "every point has a value");
  if (points.size() < kLeastSeen) return std::nullopt;
  const std::vector<std::size_t> factors = acting_factors(points, values, candidates);
  auto process = factors.empty() ? std::nullopt : fit_gaussian_process(columns_of(points, factors), values);
  if (!process) return std::nullopt;
  std::vector<double> said(values.size());
  for (std::size_t part = 0; part < kFolds; ++part) judge_part(points, values, candidates, part, said);
  const double middle = mean(values);
  double missed = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    missed += (values[i] - said[i]) * (values[i] - said[i]);
    squares += (values[i] - middle) * (values[i] - middle);
  }
  return Surrogate{factors, *std::move(process), 1.0 - missed / squares};
}

}  // namespace railshift::analysis::statistics
