/// Latin hypercubes: one member a stratum, exactly.
#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/latin_hypercube.hpp"
#include "sim/core/contract.hpp"

namespace latin_hypercube_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

/// The strata that the members of a block meet in one factor.
std::set<std::size_t> strata_of(const Points& block, std::size_t factor) {
  std::set<std::size_t> met;
  for (const Point& point : block) met.insert(static_cast<std::size_t>(point[factor] * static_cast<double>(block.size())));
  return met;
}

std::vector<double> column(const Points& block, std::size_t factor) {
  std::vector<double> values;
  for (const Point& point : block) values.push_back(point[factor]);
  return values;
}

const LatinHypercube kDesign{{"mines", "prices", "obedience"}, 50, 4, 7};

}  // namespace

TEST_CASE("in each block every factor meets each of its fifty strata once", "[statistics]") {
  const std::vector<Points> blocks = latin_hypercube(kDesign);
  REQUIRE(blocks.size() == 4);
  for (const Points& block : blocks) {
    REQUIRE(block.size() == 50);
    for (std::size_t factor = 0; factor < 3; ++factor) {
      const std::set<std::size_t> met = strata_of(block, factor);
      CHECK(met.size() == 50);
      CHECK(*met.begin() == 0);
      CHECK(*met.rbegin() == 49);
    }
  }
}

TEST_CASE("strata stay exact in the largest block, where rounding is worst", "[statistics]") {
  const std::vector<Points> blocks = latin_hypercube({{"mines"}, kMostMembers, 1, 1});
  const std::set<std::size_t> met = strata_of(blocks[0], 0);
  CHECK(met.size() == kMostMembers);
  CHECK(*met.rbegin() == kMostMembers - 1);
  CHECK_THROWS_AS(latin_hypercube({{"mines"}, kMostMembers + 1, 1, 1}), BrokenPromise);
}

TEST_CASE("blocks, factors and seeds have draws of their own", "[statistics]") {
  const std::vector<Points> blocks = latin_hypercube(kDesign);
  CHECK(blocks[0] != blocks[1]);
  CHECK(column(blocks[0], 0) != column(blocks[0], 1));
  LatinHypercube other = kDesign;
  CHECK(latin_hypercube(other) == blocks);
  other.seed = 8;
  CHECK(latin_hypercube(other)[0] != blocks[0]);
}

TEST_CASE("one factor or block more leaves the members of the others where they are", "[statistics]") {
  const std::vector<Points> blocks = latin_hypercube(kDesign);
  const std::vector<Points> more = latin_hypercube({{"rail", "mines", "prices", "obedience"}, 50, 5, 7});
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    for (std::size_t f = 0; f < 3; ++f) CHECK(column(more[b], f + 1) == column(blocks[b], f));
  }
}

TEST_CASE("factors are not tied to each other", "[statistics]") {
  // Correlation of 1,000 pairs of permuted strata: standard error 1 / sqrt(999) = 0.0316; three of them.
  const Points block = latin_hypercube({{"mines", "prices"}, 1000, 1, 3})[0];
  double products = 0.0;
  for (const Point& point : block) products += (point[0] - 0.5) * (point[1] - 0.5) / 1000.0;
  CHECK(std::abs(products * 12.0) < 0.095);
}

TEST_CASE("the mean of a sum over a block is far nearer the truth than that of as many draws, and blocks say how near", "[statistics]") {
  // Sum of three factors: mean 1.5. Fifty free draws have an error of sqrt(3 / 12 / 50) = 0.0707 a block, 0.0354 over four; inside its
  // stratum a member strays by 1 / 50 / sqrt(12), so a block has sqrt(3 x 50) / 50 / 50 / sqrt(12) = 0.00141, four 0.00071.
  std::vector<double> means;
  for (const Points& block : latin_hypercube(kDesign)) {
    double sum = 0.0;
    for (const Point& point : block) sum += point[0] + point[1] + point[2];
    means.push_back(sum / 50.0);
  }
  const Estimate over = mean_of(means);
  CHECK(over.value == Approx(1.5).margin(0.003));
  REQUIRE(over.error.has_value());
  CHECK(*over.error > 0.0);
  CHECK(*over.error < 0.003);
}

TEST_CASE("two factors of one id would be one, and a design without members or blocks is none", "[statistics]") {
  CHECK_THROWS_AS(latin_hypercube({{"mines", "mines"}, 10, 1, 1}), BrokenPromise);
  CHECK_THROWS_AS(latin_hypercube({{}, 10, 1, 1}), BrokenPromise);
  CHECK_THROWS_AS(latin_hypercube({{"mines"}, 0, 1, 1}), BrokenPromise);
  CHECK_THROWS_AS(latin_hypercube({{"mines"}, 10, 0, 1}), BrokenPromise);
  CHECK(latin_hypercube({{"mines"}, 1, 1, 1})[0].size() == 1);
}

}  // namespace latin_hypercube_test
