/// Shares of an effect: games worked by hand.
#include <catch2/catch.hpp>

#include <bit>
#include <cmath>

#include "analysis/statistics/shapley.hpp"
#include "sim/core/contract.hpp"

namespace shapley_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

/// A = bit 0, B = bit 1, C = bit 2. A alone 4, B 2, C 0, AB 6, AC 7, BC 2, all 10.
const CoalitionValues kGame = {{0b000, 0}, {0b001, 4}, {0b010, 2}, {0b100, 0}, {0b011, 6}, {0b101, 7}, {0b110, 2}, {0b111, 10}};

double size_squared(Coalition c) { return std::pow(std::popcount(c), 2); }

}  // namespace

TEST_CASE("three clauses that gain 10 together share them as 5.833, 2.333 and 1.833", "[statistics]") {
  // Of A: (2 x 4 + (6 - 2) + (7 - 0) + 2 x (10 - 2)) / 6 = 35 / 6; of B: (2 x 2 + 2 + 2 + 2 x 3) / 6 = 14 / 6; of C: (0 + 3 + 0 + 2 x 4)
  // / 6.
  const std::vector<double> shares = shapley_exact(3, kGame);
  REQUIRE(shares.size() == 3);
  CHECK(shares[0] == Approx(35.0 / 6.0));
  CHECK(shares[1] == Approx(14.0 / 6.0));
  CHECK(shares[2] == Approx(11.0 / 6.0));
  CHECK(shares[0] + shares[1] + shares[2] == Approx(10.0));
}

TEST_CASE("shares add up to what all gain over none, also where none is not 0", "[statistics]") {
  CoalitionValues shifted;
  for (const auto& [coalition, value] : kGame) shifted[coalition] = value + 100.0;
  CHECK(shapley_exact(3, shifted)[0] == Approx(35.0 / 6.0));
  shifted[0] = 96.0;  // each player comes first in a third of the orders
  const std::vector<double> shares = shapley_exact(3, shifted);
  CHECK(shares[0] == Approx(35.0 / 6.0 + 4.0 / 3.0));
  CHECK(shares[0] + shares[1] + shares[2] == Approx(14.0));
}

TEST_CASE("six players of 64 coalitions that are alike share alike, and one who adds nothing has nothing", "[statistics]") {
  CoalitionValues alike, idle;
  for (Coalition c = 0; c < 64; ++c) {
    alike[c] = size_squared(c);
    idle[c] = size_squared(c & 0b011111);  // the sixth adds nothing
  }
  for (const double share : shapley_exact(6, alike)) CHECK(share == Approx(6.0));
  const std::vector<double> shares = shapley_exact(6, idle);
  CHECK(shares[0] == Approx(5.0));
  CHECK(shares[5] == Approx(0.0).margin(1e-12));
}

TEST_CASE("seven players are not shared exactly, and a coalition that was not run is missed", "[statistics]") {
  CoalitionValues seven;
  for (Coalition c = 0; c < 128; ++c) seven[c] = 1.0;
  CHECK_THROWS_AS(shapley_exact(7, seven), BrokenPromise);
  CHECK_THROWS_AS(shapley_exact(0, kGame), BrokenPromise);
  CoalitionValues less = kGame;
  less.erase(0b101);
  CHECK_THROWS_AS(shapley_exact(3, less), BrokenPromise);
}

TEST_CASE("two orders worked by hand", "[statistics]") {
  // A, B, C: gains 4, 2, 4. C, A, B: 7 of A, 3 of B, 0 of C. Means 5.5, 2.5, 2; errors |difference| / 2.
  const std::vector<Estimate> shares = shapley_sampled({{0, 1, 2}, {2, 0, 1}}, kGame);
  CHECK(shares[0].value == Approx(5.5));
  CHECK(shares[1].value == Approx(2.5));
  CHECK(shares[2].value == Approx(2.0));
  CHECK(*shares[0].error == Approx(1.5));
  CHECK(*shares[1].error == Approx(0.5));
  CHECK(*shares[2].error == Approx(2.0));
  CHECK(coalitions_of({{0, 1, 2}, {2, 0, 1}}) == std::vector<Coalition>{0b000, 0b001, 0b011, 0b100, 0b101, 0b111});
}

TEST_CASE("sampled orders come near the exact shares, within their error, and add up exactly", "[statistics]") {
  const auto orders = join_orders({{"a", "b", "c"}, 600, 5});
  const std::vector<Estimate> shares = shapley_sampled(orders, kGame);
  const std::vector<double> exact = shapley_exact(3, kGame);
  double sum = 0.0;
  for (std::size_t p = 0; p < 3; ++p) {
    REQUIRE(shares[p].error.has_value());
    CHECK(*shares[p].error < 0.1);
    CHECK(std::abs(shares[p].value - exact[p]) < 3.3 * *shares[p].error);
    sum += shares[p].value;
  }
  CHECK(sum == Approx(10.0));
}

TEST_CASE("ten players sampled: alike in a game in which they are alike, and their order does not hang on who else plays", "[statistics]") {
  std::vector<std::string> ids = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
  const auto orders = join_orders({ids, 400, 1});
  CoalitionValues values;
  for (const Coalition c : coalitions_of(orders)) values[c] = size_squared(c);
  CHECK(values.size() < 1024);
  for (const Estimate& share : shapley_sampled(orders, values)) CHECK(std::abs(share.value - 10.0) < 3.5 * *share.error);
  ids.pop_back();
  const auto fewer = join_orders({ids, 400, 1});
  for (std::size_t o = 0; o < 400; ++o) {
    auto without = orders[o];
    std::erase(without, std::size_t{9});
    REQUIRE(without == fewer[o]);
  }
}

TEST_CASE("an order in which a player joins twice or not at all is none", "[statistics]") {
  CHECK_THROWS_AS(shapley_sampled({{0, 1, 1}}, kGame), BrokenPromise);
  CHECK_THROWS_AS(shapley_sampled({{0, 1, 2}, {0, 1}}, kGame), BrokenPromise);
  CHECK_THROWS_AS(shapley_sampled({}, kGame), BrokenPromise);
  CHECK_THROWS_AS(coalitions_of({{0, 3, 1}}), BrokenPromise);
  CHECK_THROWS_AS(join_orders({std::vector<std::string>(2, "a"), 3, 1}), BrokenPromise);
}

}  // namespace shapley_test
