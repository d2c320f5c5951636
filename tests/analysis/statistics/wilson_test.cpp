/// Wilson's interval: published and hand-worked ends.
#include <catch2/catch.hpp>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/wilson.hpp"
#include "sim/core/contract.hpp"

namespace wilson_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

TEST_CASE("14 of 20 members meet: between 48.1 and 85.5 % at 95 %", "[statistics]") {
  const ShareInterval interval = wilson(14, 20, 0.95);
  CHECK(interval.low == Approx(0.481).margin(0.0005));
  CHECK(interval.high == Approx(0.855).margin(0.0005));
}

TEST_CASE("where none or all of ten meet the interval ends there and has a width all the same", "[statistics]") {
  // z = 1.959964: z^2 / (n + z^2) = 3.841459 / 13.841459 = 0.277533.
  CHECK(wilson(0, 10, 0.95).low == 0.0);
  CHECK(wilson(0, 10, 0.95).high == Approx(0.277533).margin(1e-6));
  CHECK(wilson(10, 10, 0.95).low == Approx(1.0 - 0.277533).margin(1e-6));
  CHECK(wilson(10, 10, 0.95).high == 1.0);
}

TEST_CASE("an interval of a lower level is narrower, and one of more members too", "[statistics]") {
  const ShareInterval at95 = wilson(14, 20, 0.95), at80 = wilson(14, 20, 0.80), of200 = wilson(140, 200, 0.95);
  CHECK(at80.low > at95.low);
  CHECK(at80.high < at95.high);
  CHECK(of200.low > at95.low);
  CHECK(of200.high < at95.high);
}

TEST_CASE("no share is of nobody, of more than all, or at a level that says nothing", "[statistics]") {
  CHECK_THROWS_AS(wilson(0, 0, 0.95), BrokenPromise);
  CHECK_THROWS_AS(wilson(21, 20, 0.95), BrokenPromise);
  CHECK_THROWS_AS(wilson(-1, 20, 0.95), BrokenPromise);
  CHECK_THROWS_AS(wilson(14, 20, 1.0), BrokenPromise);
  CHECK_THROWS_AS(wilson(14, 20, 0.0), BrokenPromise);
  CHECK_NOTHROW(wilson(20, 20, 0.999));
}

TEST_CASE("a mean of 1, 2 and 6 is 3 with an error of 1.528, and of one figure it has none", "[statistics]") {
  // Squares 4 + 1 + 9 = 14; sd = sqrt(7), error sqrt(7 / 3).
  const Estimate mean = mean_of({1.0, 2.0, 6.0});
  CHECK(mean.value == Approx(3.0));
  REQUIRE(mean.error.has_value());
  CHECK(*mean.error == Approx(1.5275).margin(1e-4));
  CHECK(mean_of({4.0}).value == 4.0);
  CHECK_FALSE(mean_of({4.0}).error.has_value());
  CHECK_THROWS_AS(mean_of({}), BrokenPromise);
}

}  // namespace wilson_test
