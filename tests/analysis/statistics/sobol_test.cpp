/// Sobol points and indices: nets, and functions whose shares of variance are known.
#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "analysis/statistics/sobol_indices.hpp"
#include "analysis/statistics/sobol_points.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"

namespace sobol_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

constexpr double kPi = 3.14159265358979323846;

Evaluate each(double (*of)(const Point&)) {
  return [of](const Points& points) {
    std::vector<double> values;
    for (const Point& point : points) values.push_back(of(point));
    return values;
  };
}

/// Ishigami and Homma 1990: sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, each x even in [-pi, pi].
double ishigami(const Point& u) {
  const double x1 = kPi * (2.0 * u[0] - 1.0), x2 = kPi * (2.0 * u[1] - 1.0), x3 = kPi * (2.0 * u[2] - 1.0);
  return std::sin(x1) + 7.0 * std::pow(std::sin(x2), 2) + 0.1 * std::pow(x3, 4) * std::sin(x1);
}

double weighted_sum(const Point& u) { return 3.0 * u[0] + 4.0 * u[1] + 12.0 * u[2]; }
double product(const Point& u) { return (u[0] - 0.5) * (u[1] - 0.5); }
double nothing(const Point&) { return 5.0; }

}  // namespace

TEST_CASE("of 64 shifted Sobol points one lies in each of 64 strata of each dimension, counted from the shift", "[statistics]") {
  const Points points = sobol_points({5, 64, 1, 0});
  REQUIRE(points.size() == 64);
  for (std::size_t d = 0; d < 5; ++d) {
    std::set<std::size_t> met;
    for (const Point& point : points) {
      CHECK((point[d] >= 0.0 && point[d] < 1.0));
      // The first point is the shift itself. Half a millionth more, as what was shifted by a part of a stratum may be rounded.
      const double back = point[d] - points[0][d] + 5e-7;
      met.insert(static_cast<std::size_t>((back < 0.0 ? back + 1.0 : back) * 64.0));
    }
    CHECK(met.size() == 64);
  }
}

TEST_CASE("the unshifted sequence begins 0, 1/2, 3/4 and 1/4", "[statistics]") {
  const Points points = sobol_points({1, 4, 9, 2});
  const auto from_first = [&](std::size_t p) {
    const double gap = points[p][0] - points[0][0];
    return gap < 0.0 ? gap + 1.0 : gap;
  };
  CHECK(from_first(1) == Approx(0.5));
  CHECK(from_first(2) == Approx(0.75));
  CHECK(from_first(3) == Approx(0.25));
}

TEST_CASE("a replicate is another shift of the same points, and a seed gives others", "[statistics]") {
  CHECK(sobol_points({3, 16, 1, 0}) == sobol_points({3, 16, 1, 0}));
  CHECK(sobol_points({3, 16, 1, 0})[0] != sobol_points({3, 16, 1, 1})[0]);
  CHECK(sobol_points({3, 16, 1, 0})[0] != sobol_points({3, 16, 2, 0})[0]);
}

TEST_CASE("3,667 dimensions are the most, and one more is refused with what is accepted", "[statistics]") {
  CHECK(sobol_points({3667, 2, 1, 0})[1].size() == 3667);
  CHECK_THROWS_WITH(sobol_points({3668, 2, 1, 0}), Catch::Contains("3668 dimensions") && Catch::Contains("1 to 3667 are accepted"));
  CHECK_THROWS_AS(sobol_points({0, 2, 1, 0}), Failed);
  try {
    (void)sobol_points({3668, 2, 1, 0});
    FAIL("a sequence of 3,668 dimensions");
  } catch (const Failed& failed) {
    CHECK(failed.words().zh.find("1 至 3667 维") != std::string::npos);
  }
}

TEST_CASE("Ishigami's function at 4,096 points: every index within 0.02 of the truth", "[statistics]") {
  // V = 7^2 / 8 + 0.1 pi^4 / 5 + 0.1^2 pi^8 / 18 + 1 / 2 = 13.8446; V1 = (1 + 0.1 pi^4 / 5)^2 / 2 = 4.3459, V2 = 49 / 8 = 6.125,
  // V13 = 8 x 0.1^2 pi^8 / 225 = 3.3737.
  const SobolIndices indices = sobol_indices({3, {{0}, {1}, {2}}, 4096, 1, 1}, each(ishigami));
  CHECK(indices.variance == Approx(13.8446).margin(0.1));
  REQUIRE(indices.groups.size() == 3);
  CHECK(indices.groups[0].first.value == Approx(0.3139).margin(0.02));
  CHECK(indices.groups[1].first.value == Approx(0.4424).margin(0.02));
  CHECK(indices.groups[2].first.value == Approx(0.0).margin(0.02));
  CHECK(indices.groups[0].total.value == Approx(0.5576).margin(0.02));
  CHECK(indices.groups[1].total.value == Approx(0.4424).margin(0.02));
  CHECK(indices.groups[2].total.value == Approx(0.2437).margin(0.02));
  CHECK_FALSE(indices.groups[0].first.error.has_value());
}

TEST_CASE("replicates say how far an index may be off", "[statistics]") {
  const SobolIndices indices = sobol_indices({3, {{0}, {1}, {2}}, 256, 16, 1}, each(ishigami));
  const double first[] = {0.3139, 0.4424, 0.0}, total[] = {0.5576, 0.4424, 0.2437};
  for (std::size_t g = 0; g < 3; ++g) {
    REQUIRE(indices.groups[g].first.error.has_value());
    CHECK(*indices.groups[g].first.error < 0.02);
    // Student's t with 15 degrees of freedom: 4.07 at 99.9 %.
    CHECK(std::abs(indices.groups[g].first.value - first[g]) < 4.07 * *indices.groups[g].first.error);
    CHECK(std::abs(indices.groups[g].total.value - total[g]) < 4.07 * *indices.groups[g].total.error);
  }
}

TEST_CASE("factors of a group are judged together, and what is in no group varies without an index", "[statistics]") {
  // Variances 9, 16 and 144 of 169, each / 12.
  const SobolIndices grouped = sobol_indices({3, {{0, 1}, {2}}, 1024, 16, 1}, each(weighted_sum));
  CHECK(grouped.variance == Approx(169.0 / 12.0).epsilon(0.01));
  REQUIRE(grouped.groups.size() == 2);
  CHECK(grouped.groups[0].first.value == Approx(25.0 / 169.0).margin(0.01));
  CHECK(grouped.groups[0].total.value == Approx(25.0 / 169.0).margin(0.01));
  CHECK(grouped.groups[1].first.value == Approx(144.0 / 169.0).margin(0.01));
  const SobolIndices one = sobol_indices({3, {{1}}, 1024, 16, 1}, each(weighted_sum));
  REQUIRE(one.groups.size() == 1);
  CHECK(one.groups[0].total.value == Approx(16.0 / 169.0).margin(0.01));
}

TEST_CASE("what two factors do only together is in both totals and in no first order, and in the first order of their group",
          "[statistics]") {
  const SobolIndices apart = sobol_indices({2, {{0}, {1}}, 1024, 16, 1}, each(product));
  CHECK(apart.groups[0].first.value == Approx(0.0).margin(0.02));
  CHECK(apart.groups[0].total.value == Approx(1.0).margin(0.03));
  CHECK(apart.groups[1].total.value == Approx(1.0).margin(0.03));
  const SobolIndices together = sobol_indices({2, {{0, 1}}, 1024, 16, 1}, each(product));
  CHECK(together.groups[0].first.value == Approx(1.0).margin(0.03));
}

TEST_CASE("a figure that never moves has no index", "[statistics]") {
  const SobolIndices indices = sobol_indices({2, {{0}, {1}}, 64, 2, 1}, each(nothing));
  CHECK(indices.variance == 0.0);
  CHECK(indices.groups.empty());
}

TEST_CASE("indices are worked by hand from two points", "[statistics]") {
  // A: 1, 3; B: 5, 7; AB: 3, 5. Mean 4, V = (9 + 1 + 1 + 9) / 4 = 5. First: ((5 - 4)(3 - 1) + (7 - 4)(5 - 3)) / 2 / 5 = 0.8; total:
  // (4 + 4) / 4 / 5 = 0.4. A second replicate of twice the figures has the same indices and four times the variance.
  const SobolIndices indices = sobol_indices({1, {{0}}, 2, 2, 1}, {{1, 3, 5, 7, 3, 5}, {2, 6, 10, 14, 6, 10}});
  CHECK(indices.variance == Approx(12.5));
  CHECK(indices.groups[0].first.value == Approx(0.8));
  CHECK(indices.groups[0].total.value == Approx(0.4));
  CHECK(*indices.groups[0].total.error == Approx(0.0).margin(1e-12));
}

TEST_CASE("a column in two groups, a column that does not exist and values that are missing are no study", "[statistics]") {
  CHECK_THROWS_AS(saltelli_points({2, {{0}, {0, 1}}, 8, 1, 1}, 0), BrokenPromise);
  CHECK_THROWS_AS(saltelli_points({2, {{2}}, 8, 1, 1}, 0), BrokenPromise);
  CHECK_THROWS_AS(saltelli_points({2, {{}}, 8, 1, 1}, 0), BrokenPromise);
  CHECK_THROWS_AS(sobol_indices({1, {{0}}, 2, 1, 1}, std::vector<std::vector<double>>{{1, 2, 3, 4, 5}}), BrokenPromise);
  CHECK_THROWS_AS(sobol_indices({1, {{0}}, 2, 1, 1}, [](const Points&) { return std::vector<double>(6, std::nan("")); }), BrokenPromise);
  CHECK(saltelli_points({2, {{0}, {1}}, 8, 1, 1}, 0).size() == 32);
}

}  // namespace sobol_test
