/// Screening: effects of a plane by hand, of a product, and the ways that are walked.
#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <set>

#include "analysis/statistics/morris.hpp"
#include "sim/core/contract.hpp"

namespace morris_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

std::vector<double> plane(const Points& points) {
  std::vector<double> values;
  for (const Point& x : points) values.push_back(10.0 + 3.0 * x[0] - 2.0 * x[1]);
  return values;
}

std::vector<double> product(const Points& points) {
  std::vector<double> values;
  for (const Point& x : points) values.push_back(8.0 * (x[0] - 0.5) * x[1]);
  return values;
}

}  // namespace

TEST_CASE("on a plane the effects are its slopes, a falling one ranked by its size, and they do not vary", "[statistics]") {
  const auto effects = elementary_effects({{"price", "distance", "colour"}, 5, 1}, plane);
  REQUIRE(effects.size() == 3);
  CHECK(effects[0].mean == Approx(3.0));
  CHECK(effects[0].mean_size == Approx(3.0));
  CHECK(effects[1].mean == Approx(-2.0));
  CHECK(effects[1].mean_size == Approx(2.0));
  CHECK(*effects[1].sigma == Approx(0.0).margin(1e-12));
  CHECK(effects[2].mean_size == Approx(0.0).margin(1e-12));
}

TEST_CASE("two ways worked by hand", "[statistics]") {
  // y = 8 (x1 - 1/2) x2. First way: (1/8, 1/8) -> x1 to 5/8 -> x2 to 5/8: y = -3/8, 1/8, 5/8; effects 1 and 1.
  // Second way: (7/8, 7/8) -> x2 to 3/8 -> x1 to 3/8: y = 21/8, 9/8, -3/8; effects of x2 (-12/8) / (-1/2) = 3, of x1 (-12/8) / (-1/2) = 3.
  const std::vector<Trajectory> ways = {{{{0.125, 0.125}, {0.625, 0.125}, {0.625, 0.625}}, {0, 1}},
                                        {{{0.875, 0.875}, {0.875, 0.375}, {0.375, 0.375}}, {1, 0}}};
  const auto effects = elementary_effects(ways, {product(ways[0].points), product(ways[1].points)});
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].mean == Approx(2.0));
  CHECK(effects[1].mean == Approx(2.0));
  CHECK(*effects[0].sigma == Approx(std::sqrt(2.0)));  // (1 + 1) / 1
}

TEST_CASE("a factor that acts both ways is found by the size of its effects, where the plain mean cancels", "[statistics]") {
  // Effect of x2 is 8 (x1 - 1/2): -3, -1, 1 and 3 with equal chances: mean 0, size 2, variance 5. Of x1 it is 8 x2: 1, 3, 5, 7.
  const auto effects = elementary_effects({{"a", "b"}, 400, 1}, product);
  CHECK(std::abs(effects[1].mean) < 0.34);  // three errors sqrt(5 / 400)
  CHECK(effects[1].mean_size == Approx(2.0).margin(0.15));
  CHECK(*effects[1].sigma == Approx(std::sqrt(5.0)).epsilon(0.1));
  CHECK(effects[0].mean == Approx(4.0).margin(0.34));
  CHECK(effects[0].mean == Approx(effects[0].mean_size));
}

TEST_CASE("on each way every factor moves once by half its law, between the four levels", "[statistics]") {
  const auto ways = morris_trajectories({{"a", "b", "c"}, 200, 4});
  REQUIRE(ways.size() == 200);
  std::map<double, int> begins;
  std::set<std::vector<std::size_t>> orders;
  for (const Trajectory& way : ways) {
    REQUIRE(way.points.size() == 4);
    CHECK(std::set<std::size_t>(way.moved.begin(), way.moved.end()).size() == 3);
    for (std::size_t step = 0; step < 3; ++step) {
      for (std::size_t f = 0; f < 3; ++f) {
        const double gap = std::abs(way.points[step + 1][f] - way.points[step][f]);
        CHECK(gap == (f == way.moved[step] ? 0.5 : 0.0));
      }
    }
    ++begins[way.points[0][1]];
    orders.insert(way.moved);
  }
  // 50 of 200 expected, three errors sqrt(200 x 3/16) = 18.
  CHECK(begins.size() == 4);
  for (const double level : {0.125, 0.375, 0.625, 0.875}) CHECK(std::abs(begins[level] - 50) < 19);
  CHECK(orders.size() == 6);
}

TEST_CASE("a factor begins where it did without the one that was added", "[statistics]") {
  const auto two = morris_trajectories({{"a", "b"}, 10, 4});
  const auto three = morris_trajectories({{"z", "a", "b"}, 10, 4});
  for (std::size_t t = 0; t < 10; ++t) {
    CHECK(three[t].points[0][1] == two[t].points[0][0]);
    CHECK(three[t].points[0][2] == two[t].points[0][1]);
  }
}

TEST_CASE("one way has effects and no deviation, and values that are missing are no screening", "[statistics]") {
  const auto effects = elementary_effects({{"a", "b"}, 1, 1}, plane);
  CHECK(effects[0].mean == Approx(3.0));
  CHECK_FALSE(effects[0].sigma.has_value());
  CHECK_THROWS_AS(elementary_effects({{"a", "b"}, 0, 1}, plane), BrokenPromise);
  CHECK_THROWS_AS(elementary_effects({{"a", "b"}, 2, 1}, [](const Points&) { return std::vector<double>{1.0}; }), BrokenPromise);
  CHECK_THROWS_AS(elementary_effects(morris_trajectories({{"a"}, 1, 1}), {{1.0}}), BrokenPromise);
}

}  // namespace morris_test
