/// Surrogates: two points by hand, leaving out for real, a smooth function, and noise.
#include <catch2/catch.hpp>

#include <cmath>
#include <string>

#include "analysis/statistics/gaussian_process.hpp"
#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/contract.hpp"

namespace gaussian_process_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

Points sixty(std::uint32_t seed) { return latin_hypercube({{"a", "b", "c"}, 60, 1, seed})[0]; }

double smooth(const Point& x) { return 40.0 + 5.0 * std::sin(3.0 * x[0]) + 4.0 * x[1] * x[1] + 2.0 * x[0] * x[1]; }

std::vector<double> values_of(const Points& points) {
  std::vector<double> values;
  for (const Point& point : points) values.push_back(smooth(point));
  return values;
}

/// Draws that no input decides.
std::vector<double> noise(std::uint32_t seed) {
  std::vector<double> values;
  for (std::uint32_t i = 0; i < 60; ++i) values.push_back(draw_uniform(seed, Purpose::fault, 1, i));
  return values;
}

}  // namespace

TEST_CASE("a process through two points is what one works by hand", "[statistics]") {
  // Length 1: r = exp(-1/2) between them, nugget 1 - r. Mean 1 by symmetry; y - mean = -1, 1 has weights -+1 / (2 - 2 r), so that at the
  // first point the mean is 1 - (1 - r) / (2 - 2 r) = 1/2, half way to its value 0. In the middle k = exp(-1/8) to both: mean 1, variance
  // (2 - 2 k) / (2 - 2 r) = 0.1175 / 0.3935 = 0.2986. One from the other: the constant is the other's value.
  const double r = std::exp(-0.5);
  const GaussianProcess process({{0.0}, {1.0}}, {0.0, 2.0}, {{1.0}, 1.0 - r});
  CHECK(process.mean_at({0.0}) == Approx(0.5));
  CHECK(process.at({0.5}).mean == Approx(1.0));
  CHECK(process.at({0.5}).deviation == Approx(std::sqrt(0.298634)).epsilon(1e-4));
  CHECK(process.left_out()[0] == Approx(2.0));
  CHECK(process.left_out()[1] == Approx(0.0).margin(1e-12));
  CHECK(*process.r2() == Approx(1.0 - 8.0 / 2.0));
}

TEST_CASE("what the closed form says of a value is what a process says that never saw it", "[statistics]") {
  const Points points = sixty(2);
  const std::vector<double> values = values_of(points);
  const Kernel kernel{{0.5, 0.7, 2.0}, 0.01};
  const GaussianProcess whole(points, values, kernel);
  for (const std::size_t out : {std::size_t{0}, std::size_t{17}, std::size_t{59}}) {
    Points others = points;
    std::vector<double> said = values;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(out));
    said.erase(said.begin() + static_cast<std::ptrdiff_t>(out));
    CHECK(whole.left_out()[out] == Approx(GaussianProcess(others, said, kernel).mean_at(points[out])).epsilon(1e-9));
  }
}

TEST_CASE("a smooth function of two of three inputs is known from 60 points, and the third is seen not to matter", "[statistics]") {
  const Points points = sixty(1);
  const auto process = fit_gaussian_process(points, values_of(points));
  REQUIRE(process.has_value());
  CHECK(*process->r2() > 0.99);
  const auto& lengths = process->kernel().lengths;
  CHECK(lengths[2] > 2.0 * lengths[0]);
  CHECK(lengths[2] > 2.0 * lengths[1]);
  for (const Point& fresh : sixty(99)) {
    const Prediction said = process->at(fresh);
    CHECK(said.mean == Approx(smooth(fresh)).margin(0.25));
    CHECK(said.mean == Approx(process->mean_at(fresh)));
    CHECK(said.deviation < 0.5);
  }
}

TEST_CASE("three inputs that matter are found among fifteen", "[statistics]") {
  // Ishigami's function, which a search that begins with all inputs alike leaves at an R2 near 0.5.
  LatinHypercube design{{}, 200, 1, 1};
  for (int i = 0; i < 15; ++i) design.factors.push_back("input " + std::to_string(i));
  const Points points = latin_hypercube(design)[0];
  std::vector<double> values;
  for (const Point& u : points) {
    const double x1 = 6.2832 * u[0] - 3.1416, x2 = 6.2832 * u[1] - 3.1416, x3 = 6.2832 * u[2] - 3.1416;
    values.push_back(std::sin(x1) + 7.0 * std::pow(std::sin(x2), 2) + 0.1 * std::pow(x3, 4) * std::sin(x1));
  }
  const auto process = fit_gaussian_process(points, values);
  REQUIRE(process.has_value());
  CHECK(*process->r2() > 0.9);
  for (std::size_t d = 3; d < 15; ++d) CHECK(process->kernel().lengths[d] > 3.0 * process->kernel().lengths[1]);
}

TEST_CASE("noise has no surrogate: its R2 is below 0.3, whatever the draw", "[statistics]") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    const auto process = fit_gaussian_process(sixty(1), noise(seed));
    REQUIRE(process.has_value());
    CHECK(*process->r2() < 0.3);
  }
}

TEST_CASE("noise on a smooth function goes into the nugget", "[statistics]") {
  const Points points = sixty(1);
  std::vector<double> values = values_of(points);
  const std::vector<double> draws = noise(4);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += 2.0 * (draws[i] - 0.5);  // variance 1/3
  const auto noisy = fit_gaussian_process(points, values);
  const auto clean = fit_gaussian_process(points, values_of(points));
  CHECK(noisy->kernel().nugget > 100.0 * clean->kernel().nugget);
  CHECK(*noisy->r2() < *clean->r2());
  CHECK(*noisy->r2() > 0.7);
}

TEST_CASE("a figure in other units has the same R2, and a fit done twice is the same to the last digit", "[statistics]") {
  const Points points = sixty(1);
  std::vector<double> tonnes = values_of(points);
  for (double& value : tonnes) value = 1e8 + 1e3 * value;
  const auto one = fit_gaussian_process(points, values_of(points));
  const auto other = fit_gaussian_process(points, tonnes);
  const auto again = fit_gaussian_process(points, tonnes);
  CHECK(*other->r2() == Approx(*one->r2()).margin(1e-3));
  CHECK(other->mean_at({0.3, 0.3, 0.3}) == again->mean_at({0.3, 0.3, 0.3}));
}

TEST_CASE("a figure that does not vary has no surrogate, and points outside of the cube are refused", "[statistics]") {
  CHECK_FALSE(fit_gaussian_process({{0.1}, {0.5}, {0.9}}, {7.0, 7.0, 7.0}).has_value());
  CHECK_FALSE(GaussianProcess({{0.1}, {0.5}}, {7.0, 7.0}, {{1.0}, 0.1}).r2().has_value());
  CHECK_THROWS_AS(fit_gaussian_process({{0.1}, {1.5}}, {1.0, 2.0}), BrokenPromise);
  CHECK_THROWS_AS(fit_gaussian_process({{0.1}, {-0.1}}, {1.0, 2.0}), BrokenPromise);
  CHECK_THROWS_AS(fit_gaussian_process({{0.1}, {0.2}}, {1.0}), BrokenPromise);
  CHECK_THROWS_AS(fit_gaussian_process({{0.1, 0.2}, {0.2, 0.3}}, {1.0, 2.0}), BrokenPromise);
  CHECK_THROWS_AS(GaussianProcess({{0.1}, {0.2}}, {1.0, 2.0}, {{1.0}, 0.0}), BrokenPromise);
  CHECK_THROWS_AS(GaussianProcess({{0.1}, {0.2}}, {1.0, 2.0}, {{1.0, 1.0}, 0.1}), BrokenPromise);
}

}  // namespace gaussian_process_test
