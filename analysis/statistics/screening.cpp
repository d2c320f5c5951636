#include "analysis/statistics/screening.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Dense>
#include <boost/math/distributions/fisher_f.hpp>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

constexpr double kFalseAlarm = 0.05;  // chance that a figure of draws alone shows a factor
constexpr Eigen::Index kTerms = 2;    // polynomials of a factor

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd polynomials(const Points& points, std::size_t factor) {
  MatrixXd columns(static_cast<Index>(points.size()), kTerms);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double t = 2.0 * points[i].at(factor) - 1.0;
    columns(static_cast<Index>(i), 0) = t;
    columns(static_cast<Index>(i), 1) = 1.5 * t * t - 0.5;
  }
  return columns;
}

/// An orthonormal basis of what is explained so far, and what is left of the values.
class Regression {
 public:
  explicit Regression(const std::vector<double>& values)
      : left_(Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()))) {
    add(MatrixXd::Ones(left_.size(), 1));
  }
  [[nodiscard]] double squares() const { return left_.squaredNorm(); }
  /// What columns would take off the squares.
  [[nodiscard]] double gain(const MatrixXd& columns) const { return (new_to(columns).transpose() * left_).squaredNorm(); }
  void add(const MatrixXd& columns) {
    const MatrixXd fresh = new_to(columns);
    left_ -= fresh * (fresh.transpose() * left_);
    basis_.conservativeResize(left_.size(), basis_.cols() + fresh.cols());
    basis_.rightCols(fresh.cols()) = fresh;
  }

 private:
  /// Orthonormal columns that span what the basis does not; those that it spans already are left out.
  [[nodiscard]] MatrixXd new_to(const MatrixXd& columns) const {
    MatrixXd fresh(columns.rows(), 0);
    for (Index c = 0; c < columns.cols(); ++c) {
      VectorXd column = columns.col(c);
      const double size = column.norm();
      for (int pass = 0; pass < 2; ++pass) {  // twice is enough (Kahan and Parlett)
        if (basis_.cols() > 0) column -= basis_ * (basis_.transpose() * column);
        if (fresh.cols() > 0) column -= fresh * (fresh.transpose() * column);
      }
      if (!(column.norm() > 1e-9 * size)) continue;
      fresh.conservativeResize(columns.rows(), fresh.cols() + 1);
      fresh.rightCols(1) = column.normalized();
    }
    return fresh;
  }

  VectorXd left_;
  MatrixXd basis_;
};

}  // namespace

std::vector<std::size_t> acting_factors(const Points& points, const std::vector<double>& values,
                                        const std::vector<std::size_t>& candidates) {
  RAILSHIFT_EXPECTS(!points.empty() && points.size() == values.size(), "every point has a value");
  Regression regression(values);
  const double all = regression.squares();
  std::vector<MatrixXd> columns;
  for (const std::size_t factor : candidates) columns.push_back(polynomials(points, factor));
  std::vector<std::size_t> found;
  std::vector<bool> taken(candidates.size());
  while (found.size() < std::min(kMostActing, candidates.size())) {
    const double freedom = static_cast<double>(points.size()) - 1.0 - static_cast<double>(kTerms) * static_cast<double>(found.size() + 1);
    if (freedom < 1.0 || !(regression.squares() > 1e-12 * all)) break;
    std::size_t best = candidates.size();
    double most = 0.0;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const double gain = taken[c] ? 0.0 : regression.gain(columns[c]);
      if (gain > most) {
        most = gain;
        best = c;
      }
    }
    if (best == candidates.size()) break;
    const boost::math::fisher_f law(static_cast<double>(kTerms), freedom);
    const double least = boost::math::quantile(boost::math::complement(law, kFalseAlarm / static_cast<double>(candidates.size())));
    const double rest = std::max(regression.squares() - most, 0.0);
    if (most / static_cast<double>(kTerms) < least * rest / freedom) break;
    taken[best] = true;
    found.push_back(candidates[best]);
    regression.add(columns[best]);
  }
  return found;
}

std::vector<std::size_t> acting_factors(const std::vector<ElementaryEffects>& effects) {
  std::vector<std::size_t> order(effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return effects[a].mean_size > effects[b].mean_size; });
  const double largest = order.empty() ? 0.0 : effects[order.front()].mean_size;
  std::erase_if(order, [&](std::size_t f) { return !(largest > 0.0) || effects[f].mean_size < kLeastEffect * largest; });
  if (order.size() > kMostActing) order.resize(kMostActing);
  return order;
}

}  // namespace railshift::analysis::statistics
