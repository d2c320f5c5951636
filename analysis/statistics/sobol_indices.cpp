#include "analysis/statistics/sobol_indices.hpp"

#include <set>

#include "analysis/statistics/sobol_points.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

void expect_sound(const SobolStudy& study) {
  RAILSHIFT_EXPECTS(study.points >= 2 && study.replicates >= 1, "a variance needs two points");
  std::set<std::size_t> seen;
  for (const auto& group : study.groups) {
    RAILSHIFT_EXPECTS(!group.empty(), "a group has a column");
    for (const std::size_t column : group) {
      RAILSHIFT_EXPECTS(column < study.factors && seen.insert(column).second, "a column exists and stands in one group at most");
    }
  }
}

/// What one replicate says.
struct Replicate {
  double variance = 0.0;
  std::vector<double> first, total;  ///< by group, not yet divided by the variance
};

Replicate replicate_of(const SobolStudy& study, const std::vector<double>& values) {
  const std::size_t n = study.points;
  RAILSHIFT_EXPECTS(values.size() == n * (study.groups.size() + 2), "every point of a replicate has a value");
  const auto count = static_cast<double>(n);
  double mean = 0.0;
  for (std::size_t i = 0; i < 2 * n; ++i) mean += values[i] / (2.0 * count);
  Replicate said;
  for (std::size_t i = 0; i < 2 * n; ++i) said.variance += (values[i] - mean) * (values[i] - mean) / (2.0 * count);
  for (std::size_t g = 0; g < study.groups.size(); ++g) {
    double first = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      const double changed = values[(g + 2) * n + i] - values[i];
      first += (values[n + i] - mean) * changed / count;
      total += changed * changed / (2.0 * count);
    }
    said.first.push_back(first);
    said.total.push_back(total);
  }
  return said;
}

}  // namespace

Points saltelli_points(const SobolStudy& study, std::size_t replicate) {
  expect_sound(study);
  const Points both = sobol_points({2 * study.factors, study.points, study.seed, static_cast<std::uint32_t>(replicate)});
  const auto half = static_cast<std::ptrdiff_t>(study.factors);
  Points points;
  points.reserve(study.points * (study.groups.size() + 2));
  for (const Point& point : both) points.emplace_back(point.begin(), point.begin() + half);
  for (const Point& point : both) points.emplace_back(point.begin() + half, point.end());
  for (const auto& group : study.groups) {
    for (std::size_t i = 0; i < study.points; ++i) {
      Point mixed = points[i];
      for (const std::size_t column : group) mixed[column] = points[study.points + i][column];
      points.push_back(std::move(mixed));
    }
  }
  return points;
}

SobolIndices sobol_indices(const SobolStudy& study, const std::vector<std::vector<double>>& values) {
  expect_sound(study);
  RAILSHIFT_EXPECTS(values.size() == study.replicates, "every replicate has its values");
  std::vector<std::vector<double>> first(study.groups.size()), total(study.groups.size());
  SobolIndices indices;
  bool varies = true;
  for (const auto& of_replicate : values) {
    const Replicate said = replicate_of(study, of_replicate);
    indices.variance += said.variance / static_cast<double>(study.replicates);
    varies = varies && said.variance > 0.0;
    for (std::size_t g = 0; varies && g < study.groups.size(); ++g) {
      first[g].push_back(said.first[g] / said.variance);
      total[g].push_back(said.total[g] / said.variance);
    }
  }
  for (std::size_t g = 0; varies && g < study.groups.size(); ++g) indices.groups.push_back({mean_of(first[g]), mean_of(total[g])});
  return indices;
}

SobolIndices sobol_indices(const SobolStudy& study, const Evaluate& evaluate) {
  std::vector<std::vector<double>> values;
  for (std::size_t r = 0; r < study.replicates; ++r) values.push_back(evaluated(evaluate, saltelli_points(study, r)));
  return sobol_indices(study, values);
}

}  // namespace railshift::analysis::statistics
