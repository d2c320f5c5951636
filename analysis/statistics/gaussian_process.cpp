#include "analysis/statistics/gaussian_process.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <Eigen/Cholesky>
#include <nlopt.hpp>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kShortest = 0.05, kLongest = 20.0;
constexpr double kLeastNugget = 1e-8, kMostNugget = 100.0;

VectorXd to_eigen(const std::vector<double>& values) {
  return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
}
std::vector<double> to_std(const VectorXd& values) { return {values.begin(), values.end()}; }

void expect_sound(const Points& points, const std::vector<double>& values) {
  RAILSHIFT_EXPECTS(points.size() >= 2 && points.size() == values.size(), "a process stands on two values or more, one a point");
  const auto inside = [](double x) { return x >= 0.0 && x <= 1.0; };
  for (const Point& point : points) {
    RAILSHIFT_EXPECTS(!point.empty() && point.size() == points.front().size(), "points have the same dimensions");
    RAILSHIFT_EXPECTS(std::all_of(point.begin(), point.end(), inside), "points lie in the unit cube");
  }
  RAILSHIFT_EXPECTS(std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }), "values are finite");
}

/// Squared distances of all pairs of points, a row a pair (i > j), a column a dimension: kernels differ in their weights alone.
MatrixXd squared_distances(const Points& points) {
  const auto n = points.size();
  MatrixXd squares(static_cast<Index>(n * (n - 1) / 2), static_cast<Index>(points.front().size()));
  Index row = 0;
  for (std::size_t i = 1; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j, ++row) {
      for (std::size_t d = 0; d < points[i].size(); ++d) {
        const double gap = points[i][d] - points[j][d];
        squares(row, static_cast<Index>(d)) = gap * gap;
      }
    }
  }
  return squares;
}

/// The lower half of K. The upper one is not read by the Cholesky factorisation.
MatrixXd correlation_matrix(const MatrixXd& squares, Index points, const Kernel& kernel) {
  const VectorXd lengths = to_eigen(kernel.lengths);
  const VectorXd pairs = (-0.5 * (squares * lengths.array().square().inverse().matrix())).array().exp();
  MatrixXd k = MatrixXd::Zero(points, points);
  Index row = 0;
  for (Index i = 0; i < points; ++i) {
    for (Index j = 0; j < i; ++j, ++row) k(i, j) = pairs(row);
    k(i, i) = 1.0 + kernel.nugget;
  }
  return k;
}

/// What follows from a kernel in closed form.
struct Conditioned {
  Eigen::LLT<MatrixXd> factor;
  VectorXd ones, weights;  ///< K^-1 1 and K^-1 (y - mean)
  double mean = 0.0;
  double variance = 0.0;
};

/// Precondition (of K): the nugget is not too small; nothing otherwise.
std::optional<Conditioned> condition(const MatrixXd& k, const VectorXd& values) {
  Conditioned c;
  c.factor.compute(k);
  if (c.factor.info() != Eigen::Success) return std::nullopt;
  c.ones = c.factor.solve(VectorXd::Ones(values.size()));
  c.mean = c.ones.dot(values) / c.ones.sum();
  const VectorXd centred = values.array() - c.mean;
  c.weights = c.factor.solve(centred);
  c.variance = std::max(0.0, centred.dot(c.weights) / static_cast<double>(values.size()));
  return c;
}

/// The search for the likeliest kernel. Parameters are logarithms: lengths, then the nugget.
class KernelSearch {
 public:
  KernelSearch(const Points& points, const std::vector<double>& values)
      : squares_(squared_distances(points)), values_(to_eigen(values)), dimensions_(points.front().size()) {}

  [[nodiscard]] Kernel best() {
    // Smooth with little noise, rough with some, and nearly flat with much; in more dimensions points lie further apart.
    struct Start {
      double length, nugget;
    };
    static constexpr std::array<Start, 3> kStarts{{{0.5, 1e-4}, {0.2, 1e-2}, {1.5, 0.3}}};
    for (const Start& start : kStarts) {
      const double length = std::clamp(start.length * std::sqrt(static_cast<double>(dimensions_)), kShortest, kLongest);
      search_from(logs_of(length, start.nugget));
    }
    search_from(swept());
    RAILSHIFT_EXPECTS(!best_.empty(), "values that vary have a kernel");
    return kernel_of(best_);
  }

 private:
  static constexpr int kCallsAParameter = 100;

  [[nodiscard]] Kernel kernel_of(const std::vector<double>& logs) const {
    Kernel kernel;
    for (std::size_t d = 0; d < dimensions_; ++d) kernel.lengths.push_back(std::exp(logs[d]));
    kernel.nugget = std::exp(logs.back());
    return kernel;
  }

  /// Minus the logarithm of the likelihood, mean and variance at their best, without its constant: n / 2 log variance + 1/2 log det K.
  double unlikelihood(const std::vector<double>& logs) {
    const auto c = condition(correlation_matrix(squares_, values_.size(), kernel_of(logs)), values_);
    const double worst = 1e10;  // finite: BOBYQA draws parabolas through it
    if (!c || !(c->variance > 0.0)) return worst;
    const double said =
        0.5 * static_cast<double>(values_.size()) * std::log(c->variance) + c->factor.matrixLLT().diagonal().array().log().sum();
    if (best_.empty() || said < least_) {
      least_ = said;
      best_ = logs;
    }
    return said;
  }

  [[nodiscard]] std::vector<double> logs_of(double length, double nugget) const {
    std::vector<double> logs(dimensions_, std::log(length));
    logs.push_back(std::log(nugget));
    return logs;
  }

  /// A start for figures that few of many dimensions decide: none matters at first, then each in turn takes the likeliest of some lengths.
  /// From starts in which all matter alike, the search does not find a short length among many long ones.
  [[nodiscard]] std::vector<double> swept() {
    static constexpr std::array<double, 6> kLadder{0.1, 0.25, 0.6, 1.5, 4.0, kLongest};
    static constexpr int kSweeps = 2;
    std::vector<double> logs = logs_of(kLongest, 0.1);
    double least = unlikelihood(logs);
    for (std::size_t turn = 0; turn < kSweeps * dimensions_; ++turn) {
      std::vector<double> tried = logs;
      for (const double length : kLadder) {
        tried[turn % dimensions_] = std::log(length);
        const double said = unlikelihood(tried);
        if (said >= least) continue;
        least = said;
        logs = tried;
      }
    }
    return logs;
  }

  void search_from(std::vector<double> logs) {
    const std::vector<double> low = logs_of(kShortest, kLeastNugget);
    const std::vector<double> high = logs_of(kLongest, kMostNugget);
    nlopt::opt search(nlopt::LN_BOBYQA, static_cast<unsigned>(logs.size()));
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_initial_step(0.7);  // a factor of two
    search.set_xtol_abs(0.01);     // a hundredth of a length
    search.set_maxeval(kCallsAParameter * static_cast<int>(logs.size()));
    search.set_min_objective(
        [](const std::vector<double>& at, std::vector<double>&, void* self) { return static_cast<KernelSearch*>(self)->unlikelihood(at); },
        this);
    double least = 0.0;
    try {
      search.optimize(logs, least);
    } catch (const nlopt::roundoff_limited&) {
      // As near as rounding lets it come; the best of what it saw is kept above.
    }
  }

  MatrixXd squares_;
  VectorXd values_;
  std::size_t dimensions_;
  double least_ = std::numeric_limits<double>::infinity();
  std::vector<double> best_;
};

}  // namespace

GaussianProcess::GaussianProcess(Points points, const std::vector<double>& values, Kernel kernel)
    : points_(std::move(points)), kernel_(std::move(kernel)) {
  expect_sound(points_, values);
  RAILSHIFT_EXPECTS(kernel_.lengths.size() == points_.front().size() && kernel_.nugget > 0.0,
                    "a kernel has a length a dimension, and noise");
  RAILSHIFT_EXPECTS(std::all_of(kernel_.lengths.begin(), kernel_.lengths.end(), [](double l) { return l > 0.0; }), "lengths are positive");
  const VectorXd y = to_eigen(values);
  const double level = y.mean();  // taken off before anything is multiplied: large figures with small differences keep their digits
  const VectorXd centred = y.array() - level;
  const auto c = condition(correlation_matrix(squared_distances(points_), y.size(), kernel_), centred);
  RAILSHIFT_EXPECTS(c.has_value(), "the nugget keeps the matrix of correlations regular");
  mean_ = level + c->mean;
  variance_ = c->variance;
  weights_ = to_std(c->weights);
  ones_ = to_std(c->ones);
  const MatrixXd& factor = c->factor.matrixLLT();
  factor_.assign(factor.data(), factor.data() + factor.size());

  const MatrixXd inverse = c->factor.solve(MatrixXd::Identity(y.size(), y.size()));
  const VectorXd q = inverse.diagonal().array() - c->ones.array().square() / c->ones.sum();
  const VectorXd missed = c->weights.array() / q.array();
  left_out_ = to_std(y - missed);
  if (centred.squaredNorm() > 0.0) r2_ = 1.0 - missed.squaredNorm() / centred.squaredNorm();
}

std::vector<double> GaussianProcess::correlations(const Point& point) const {
  RAILSHIFT_EXPECTS(point.size() == kernel_.lengths.size(), "a point has all dimensions");
  std::vector<double> k;
  k.reserve(points_.size());
  for (const Point& known : points_) {
    double sum = 0.0;
    for (std::size_t d = 0; d < point.size(); ++d) {
      const double gap = (point[d] - known[d]) / kernel_.lengths[d];
      sum += gap * gap;
    }
    k.push_back(std::exp(-0.5 * sum));
  }
  return k;
}

double GaussianProcess::mean_at(const Point& point) const {
  const std::vector<double> k = correlations(point);
  double sum = mean_;
  for (std::size_t i = 0; i < k.size(); ++i) sum += k[i] * weights_[i];
  return sum;
}

Prediction GaussianProcess::at(const Point& point) const {
  const VectorXd k = to_eigen(correlations(point));
  const Eigen::Map<const MatrixXd> factor(factor_.data(), k.size(), k.size());
  const VectorXd solved = factor.triangularView<Eigen::Lower>().solve(k);
  const VectorXd ones = to_eigen(ones_);
  const double unknown_mean = 1.0 - ones.dot(k);
  const double share = 1.0 - solved.squaredNorm() + unknown_mean * unknown_mean / ones.sum();
  return {mean_ + k.dot(to_eigen(weights_)), std::sqrt(variance_ * std::max(0.0, share))};
}

std::optional<GaussianProcess> fit_gaussian_process(const Points& points, const std::vector<double>& values) {
  expect_sound(points, values);
  RAILSHIFT_EXPECTS(points.size() > points.front().size(), "a kernel is fitted to more points than it has lengths");
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (*least == *most) return std::nullopt;
  // To size 1, so that the search sees the same whatever the unit.
  std::vector<double> scaled;
  for (const double value : values) scaled.push_back((value - *least) / (*most - *least));
  const Kernel kernel = KernelSearch(points, scaled).best();
  return GaussianProcess(points, values, kernel);
}

}  // namespace railshift::analysis::statistics
