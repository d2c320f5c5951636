#include "sim/rules/roads/drawn_points.hpp"

#include <array>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

namespace drawn_points_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

DrawnPoints points(std::uint32_t number, std::int64_t n) { return {{3, Purpose::through_counts, hash_text("t"), number}, n}; }

/// Which of up to 32 points fall into the lower half at a halving, as the block of that halving says.
std::int64_t low(std::uint32_t number, std::uint32_t block, std::int64_t points) {
  const std::uint32_t word = draw_block(3, Purpose::through_counts, hash_text("t"), number, block)[0];
  return std::popcount(word & ((std::uint32_t{1} << points) - 1));
}

}  // namespace

TEST_CASE("every halving has a block of its own: halving k goes on in 2 k below and 2 k + 1 above", "[rules]") {
  for (std::uint32_t number = 1; number <= 50; ++number) {
    const std::int64_t half = low(number, 1, 20), quarter = low(number, 2, half), above = low(number, 3, 20 - half);
    CHECK(points(number, 20).below(0.5) == half);
    CHECK(points(number, 20).below(0.25) == quarter);
    CHECK(points(number, 20).below(0.125) == low(number, 4, quarter));
    CHECK(points(number, 20).below(0.375) == quarter + low(number, 5, half - quarter));
    CHECK(points(number, 20).below(0.75) == half + above);
    CHECK(points(number, 20).below(0.625) == half + low(number, 6, above));
    CHECK(points(number, 20).below(0.875) == half + above + low(number, 7, 20 - half - above));
  }
}

TEST_CASE("all points lie below one and none below zero", "[rules]") {
  CHECK(points(1, 1000).below(0.0) == 0);
  CHECK(points(1, 1000).below(1.0) == 1000);
  CHECK(points(1, 0).below(0.5) == 0);
}

TEST_CASE("counts never fall when the share rises", "[rules]") {
  for (const std::int64_t n : {1, 7, 129, 5000, 400000}) {
    std::int64_t before = 0;
    for (int k = 0; k <= 1000; ++k) {
      const std::int64_t now = points(2, n).below(k / 1000.0);
      REQUIRE(now >= before);
      before = now;
    }
    CHECK(before == n);
  }
}

TEST_CASE("counts have the mean and the variance of the binomial law for few and for many points", "[rules]") {
  const double p = 0.3;
  for (const std::int64_t n : {1, 20, 128, 129, 3000}) {
    double sum = 0.0;
    double squares = 0.0;
    const int draws = 4000;
    for (std::uint32_t i = 0; i < draws; ++i) {
      const double x = static_cast<double>(points(i, n).below(p)) - static_cast<double>(n) * p;
      sum += x;
      squares += x * x;
    }
    const double variance = static_cast<double>(n) * p * (1.0 - p);
    CHECK(sum / draws == Approx(0.0).margin(3.29 * std::sqrt(variance / draws)));
    // variance of x^2: mu4 - var^2 = var (1 + (2n - 6)... ) computed as var (1 - 6 p q) + 2 var^2
    const double of_squares = variance * (1.0 - 6.0 * p * (1.0 - p)) + 2.0 * variance * variance;
    CHECK(squares / draws == Approx(variance).margin(3.29 * std::sqrt(of_squares / draws)));
  }
}

TEST_CASE("a split sums to its points and gives nothing to a share of zero", "[rules]") {
  const std::array<double, 5> shares{0.1, 0.0, 0.2, 0.3, 0.0};
  for (std::uint32_t i = 0; i < 200; ++i) {
    const auto counts = points(i, 1000).split(shares);
    REQUIRE(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) == 1000);
    REQUIRE(counts[1] == 0);
    REQUIRE(counts[4] == 0);
  }
  // 0.2 of 0.6
  CHECK(points(9, 90000).split(shares)[2] == Approx(30000.0).margin(3.29 * std::sqrt(20000.0)));
}

}  // namespace drawn_points_test
