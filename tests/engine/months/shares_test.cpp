/// Whole numbers in expected shares, and tables with known sums.
#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

#include "sim/engine/months/balanced.hpp"
#include "sim/engine/months/whole_shares.hpp"

namespace shares_test {

using namespace railshift::engine;

TEST_CASE("parts are whole, sum to the whole, and over many wholes the shares come true", "[months]") {
  WholeShares shares;
  std::vector<std::int64_t> sums(3, 0);
  for (int turn = 0; turn < 100; ++turn) {
    const auto parts = shares.of(1, {0.5, 0.3, 0.2});
    CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == 1);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(parts[i] >= 0);
      sums[i] += parts[i];
    }
  }
  CHECK(sums == std::vector<std::int64_t>{50, 30, 20});
}

TEST_CASE("a part with a share of nothing gets nothing", "[months]") {
  WholeShares shares;
  for (const std::int64_t whole : {1, 7, 12}) CHECK(shares.of(whole, {0.0, 1.0, 0.0}) == std::vector<std::int64_t>{0, whole, 0});
}

TEST_CASE("a table is scaled to its rows and columns and keeps its zeros", "[months]") {
  // rows 30 and 10, columns 20 and 20; the second row may not take the first column: 20, 10 / 0, 10
  const auto table = balanced({1.0, 1.0, 0.0, 1.0}, {30.0, 10.0}, {20.0, 20.0});
  CHECK(table[0] == Approx(20.0).margin(0.01));
  CHECK(table[1] == Approx(10.0).margin(0.01));
  CHECK(table[2] == 0.0);
  CHECK(table[3] == Approx(10.0));
}

TEST_CASE("where zeros let columns not be met, rows are", "[months]") {
  // the second row needs 30 of a column that may give 20
  const auto table = balanced({1.0, 1.0, 0.0, 1.0}, {10.0, 30.0}, {20.0, 20.0});
  CHECK(table[0] + table[1] == Approx(10.0));
  CHECK(table[3] == Approx(30.0));
}

}  // namespace shares_test
