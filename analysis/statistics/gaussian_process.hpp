#pragma once
/// 高斯过程代理模型 - a figure between the points at which it was computed.
#include <optional>
#include <vector>

#include "analysis/statistics/points.hpp"

namespace railshift::analysis::statistics {

/// Correlation of two points: exp(-1/2 sum ((x_j - x'_j) / lengths_j)^2), and `nugget` more where a point meets itself: what moves the
/// figure and is no input (draws), as a share of the variance of the process.
struct Kernel {
  std::vector<double> lengths;  ///< by dimension, in units of the cube; long: the dimension hardly matters
  double nugget = 0.0;
};

struct Prediction {
  double mean = 0.0;
  double deviation = 0.0;  ///< of the process around it, without the nugget
};

/// A process with a constant mean (estimated) and a given kernel, conditioned on values (Rasmussen and Williams, Gaussian Processes for
/// Machine Learning, 2006, sections 2.2 and 2.7). Memory and time grow with the square and the cube of the points: some hundreds.
class GaussianProcess {
 public:
  /// Preconditions: at least two points of the same dimension in [0, 1]^d, a finite value for each, positive lengths and nugget, so large
  /// that points close together do not make the matrix singular (1e-8).
  GaussianProcess(Points points, const std::vector<double>& values, Kernel kernel);

  [[nodiscard]] const Kernel& kernel() const { return kernel_; }
  /// The mean at a point of [0, 1]^d, which is all that indices need.
  [[nodiscard]] double mean_at(const Point& point) const;
  /// With the error of the estimated mean.
  [[nodiscard]] Prediction at(const Point& point) const;
  /// 留一预测 - what all others say of each value, the kernel being kept: y_i - (Q y)_i / Q_ii with Q = K^-1 less its projection on the
  /// constant (O. Dubrule, Cross validation of kriging in a unique neighborhood, Mathematical Geology 15, 1983, 687-699).
  [[nodiscard]] const std::vector<double>& left_out() const { return left_out_; }
  /// 留一 R2 - 1 - sum (y - left out)^2 / sum (y - mean of y)^2. Below 0: worse than the mean. Nothing if values do not vary.
  [[nodiscard]] std::optional<double> r2() const { return r2_; }

 private:
  [[nodiscard]] std::vector<double> correlations(const Point& point) const;

  Points points_;
  Kernel kernel_;
  double mean_ = 0.0;
  double variance_ = 0.0;
  std::vector<double> weights_;  ///< K^-1 (y - mean)
  std::vector<double> factor_;   ///< Cholesky factor of K, column by column
  std::vector<double> ones_;     ///< K^-1 1
  std::vector<double> left_out_;
  std::optional<double> r2_;
};

/// The process whose kernel makes the values most likely: mean and variance in closed form, logarithms of lengths (0.05 to 20) and nugget
/// (1e-8 to 100) by BOBYQA (M. J. D. Powell, 2009; NLopt) from three fixed starts and one found dimension by dimension. Nothing where
/// values do not vary: there is nothing to stand between them. Whether it may be used says r2. Preconditions as of the constructor, and
/// more points than dimensions.
[[nodiscard]] std::optional<GaussianProcess> fit_gaussian_process(const Points& points, const std::vector<double>& values);

}  // namespace railshift::analysis::statistics
