/// Which of many factors act: found from the members themselves and from Morris trajectories, and what a surrogate of them is worth.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/statistics/latin_hypercube.hpp"
#include "analysis/statistics/screening.hpp"
#include "analysis/statistics/surrogate.hpp"
#include "sim/core/draw.hpp"

namespace screening_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

constexpr std::size_t kFactors = 61;  // of the plan of a city, twelve of them named groups

std::vector<std::size_t> all_factors() {
  std::vector<std::size_t> all(kFactors);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

Points members(std::size_t count, std::uint32_t seed) {
  LatinHypercube design;
  for (std::size_t f = 0; f < kFactors; ++f) design.factors.push_back("factor-" + std::to_string(f));
  design.members = count;
  design.seed = seed;
  return latin_hypercube(design).front();
}

using Figure = std::function<double(const Point&)>;

std::vector<double> values_of(const Figure& figure, const Points& points) {
  std::vector<double> values;
  for (const Point& point : points) values.push_back(figure(point));
  return values;
}

/// Five of the 61 act, with kinks and steps as capacities and whole trains make them; `roughness` of what no input moves.
Figure five_act(double roughness) {
  return [roughness](const Point& p) {
    const double capacity = std::min(3.0 * p[0], 1.2 + 0.8 * p[7]), steps = std::floor(3.0 * p[20]) / 3.0;
    const auto key = static_cast<std::uint32_t>(p[60] * 1e6);
    return capacity + 2.0 * steps - p[33] + p[50] * p[50] + roughness * (draw_uniform(1, Purpose::residual_pick, key, 0) - 0.5);
  };
}

std::vector<std::size_t> sorted(std::vector<std::size_t> factors) {
  std::sort(factors.begin(), factors.end());
  return factors;
}

/// What the surrogate says of members that nobody has seen: 1 - missed squares / squares.
double true_r2(const Surrogate& surrogate, const Points& points, const std::vector<double>& values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double missed = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    Point cut;
    for (const std::size_t factor : surrogate.factors) cut.push_back(points[i][factor]);
    missed += std::pow(values[i] - surrogate.process.mean_at(cut), 2);
    squares += std::pow(values[i] - mean, 2);
  }
  return 1.0 - missed / squares;
}

}  // namespace

TEST_CASE("200 members show which five of 61 factors act", "[statistics]") {
  const Points points = members(200, 3);
  CHECK(sorted(acting_factors(points, values_of(five_act(0.5), points), all_factors())) == std::vector<std::size_t>{0, 7, 20, 33, 50});
  // Among those that a screening let pass alone.
  CHECK(sorted(acting_factors(points, values_of(five_act(0.5), points), {1, 20, 50})) == std::vector<std::size_t>{20, 50});
}

TEST_CASE("a figure that draws alone move shows no factor in nineteen of twenty designs", "[statistics]") {
  int alarms = 0;
  for (std::uint32_t design = 0; design < 40; ++design) {
    const Points points = members(100, design);
    std::vector<double> values;
    for (std::size_t i = 0; i < points.size(); ++i)
      values.push_back(draw_uniform(design, Purpose::residual_pick, 7, static_cast<std::uint32_t>(i)));
    alarms += acting_factors(points, values, all_factors()).empty() ? 0 : 1;
  }
  CHECK(alarms <= 6);  // two are expected; more than six have a chance of 0.3 %
}

TEST_CASE("a figure in a line of one factor is explained by it, and nothing is left to explain", "[statistics]") {
  const Points points = members(60, 1);
  CHECK(acting_factors(points, values_of([](const Point& p) { return 5.0 - 2.0 * p[4]; }, points), all_factors()) ==
        std::vector<std::size_t>{4});
  CHECK(acting_factors(points, std::vector<double>(points.size(), 3.0), all_factors()).empty());
}

TEST_CASE("of a Morris screening a factor passes with a tenth of the largest effect, at most twelve do", "[statistics]") {
  const auto effects = [](const std::vector<double>& sizes) {
    std::vector<ElementaryEffects> all;
    for (const double size : sizes) all.push_back({-size, size, {}});
    return all;
  };
  CHECK(acting_factors(effects({0.1, 1.0, 0.0999, 0.0})) == std::vector<std::size_t>{1, 0});
  CHECK(acting_factors(effects({0.0, 0.0})).empty());
  CHECK(acting_factors(effects(std::vector<double>(13, 2.0))).size() == kMostActing);
}

TEST_CASE("the R2 of a surrogate is what it is worth on members that nobody has seen", "[statistics]") {
  const Points points = members(200, 3), others = members(1000, 99);
  for (const double roughness : {0.0, 1.5}) {
    const auto surrogate = fit_surrogate(points, values_of(five_act(roughness), points), all_factors());
    REQUIRE(surrogate);
    const double truth = true_r2(*surrogate, others, values_of(five_act(roughness), others));
    CHECK(surrogate->r2 == Approx(truth).margin(0.05));
    if (roughness > 0.0)
      CHECK(surrogate->r2 < 0.9);
    else
      CHECK(surrogate->r2 > 0.9);
  }
}

TEST_CASE("with few members and much that no input moves the R2 says no more than the surrogate is worth", "[statistics]") {
  // On the members that they were fitted to, these two have 0.85 and 0.57.
  const Points others = members(1000, 99);
  const auto check = [&](std::size_t count, double roughness) {
    const Points points = members(count, 3);
    const auto surrogate = fit_surrogate(points, values_of(five_act(roughness), points), all_factors());
    REQUIRE(surrogate);
    CHECK(surrogate->r2 < true_r2(*surrogate, others, values_of(five_act(roughness), others)) + 0.05);
  };
  check(60, 1.5);
  check(100, 3.0);
}

TEST_CASE("with 49 members there is no surrogate, with 50 there is", "[statistics]") {
  const Figure line = [](const Point& p) { return p[0]; };
  for (const std::size_t count : {std::size_t{49}, std::size_t{50}}) {
    const Points points = members(count, 1);
    CHECK(fit_surrogate(points, values_of(line, points), all_factors()).has_value() == (count == 50));
  }
}

TEST_CASE("factors that act through each other alone are not found, and no surrogate says otherwise", "[statistics]") {
  const Points points = members(200, 3);
  const auto surrogate =
      fit_surrogate(points, values_of([](const Point& p) { return (p[0] - 0.5) * (p[7] - 0.5); }, points), all_factors());
  CHECK((!surrogate || surrogate->r2 < 0.5));
}

}  // namespace screening_test
