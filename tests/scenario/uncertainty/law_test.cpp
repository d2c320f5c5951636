/// From a share u to a value: known answers by hand.
#include <catch2/catch.hpp>

#include "sim/scenario/uncertainty/law.hpp"

namespace law_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

Law law(LawKind kind, LowHigh low_high = LowHigh::ends) { return {kind, low_high, {}, {}}; }

}  // namespace

TEST_CASE("a triangular number is most likely at its value and ends at low and high", "[scenario]") {
  const Law triangular = law(LawKind::triangular);
  // 0 .. 4 with the mode 1: a quarter lies below 1. Below it low + sqrt(u w (m - low)) = sqrt(0.0625 x 4 x 1) = 0.5,
  // above it high - sqrt((1 - u) w (high - m)) = 4 - sqrt(0.25 x 4 x 3) = 2.26795.
  const Range range{1, 0, 4};
  CHECK(quantile(triangular, range, 0.0) == Approx(0.0).margin(1e-12));
  CHECK(quantile(triangular, range, 0.0625) == Approx(0.5));
  CHECK(quantile(triangular, range, 0.25) == Approx(1.0));
  CHECK(quantile(triangular, range, 0.75) == Approx(2.2679492));
  CHECK(quantile(triangular, range, 1.0) == Approx(4.0));
}

TEST_CASE("low and high may be the 5 and 95 % quantiles of a triangular number", "[scenario]") {
  const Law triangular = law(LawKind::triangular, LowHigh::five_ninety_five);
  // 0, 1, 2: half below the mode, f(0.5) = 0.5 - sqrt(0.05 x 0.5) = 0.341886, width 2 / 0.683772 = 2.924951
  const Range even{1, 0, 2};
  CHECK(quantile(triangular, even, 0.0) == Approx(1 - 2.9249506 / 2));
  CHECK(quantile(triangular, even, 0.05) == Approx(0.0).margin(1e-9));
  CHECK(quantile(triangular, even, 0.5) == Approx(1.0));
  CHECK(quantile(triangular, even, 0.95) == Approx(2.0));
  const Range skewed{2, 1, 6};
  CHECK(quantile(triangular, skewed, 0.05) == Approx(1.0));
  CHECK(quantile(triangular, skewed, 0.95) == Approx(6.0));
}

TEST_CASE("a triangular number whose value is its low has a twentieth below it", "[scenario]") {
  // s = 0.05, f(0.95) = 0.95 - sqrt(0.05 x 0.95) = 0.732055, width 1 / 0.732055 = 1.366017
  const Law triangular = law(LawKind::triangular, LowHigh::five_ninety_five);
  const Range at_low{0, 0, 1};
  CHECK(quantile(triangular, at_low, 0.0) == Approx(-0.05 * 1.3660171));
  CHECK(quantile(triangular, at_low, 0.05) == Approx(0.0).margin(1e-9));
  CHECK(quantile(triangular, at_low, 0.95) == Approx(1.0));
  const Range at_high{1, 0, 1};
  CHECK(quantile(triangular, at_high, 0.05) == Approx(0.0).margin(1e-9));
  CHECK(quantile(triangular, at_high, 1.0) == Approx(1 + 0.05 * 1.3660171));
}

TEST_CASE("a uniform number lies anywhere between its ends, wherever its value is", "[scenario]") {
  const Range range{3, 2, 12};
  CHECK(quantile(law(LawKind::uniform), range, 0.0) == Approx(2.0));
  CHECK(quantile(law(LawKind::uniform), range, 0.25) == Approx(4.5));
  // 5 and 95 %: nine tenths are 10 wide, so that 10 / 18 lie beyond each
  const Law wider = law(LawKind::uniform, LowHigh::five_ninety_five);
  CHECK(quantile(wider, range, 0.0) == Approx(2 - 10.0 / 18));
  CHECK(quantile(wider, range, 0.05) == Approx(2.0));
  CHECK(quantile(wider, range, 0.95) == Approx(12.0));
}

TEST_CASE("a lognormal number has its value as median and each bound as its quantile", "[scenario]") {
  const Law lognormal = law(LawKind::lognormal, LowHigh::five_ninety_five);
  const Range range{10, 5, 40};
  CHECK(quantile(lognormal, range, 0.5) == Approx(10.0));
  CHECK(quantile(lognormal, range, 0.05) == Approx(5.0));
  CHECK(quantile(lognormal, range, 0.95) == Approx(40.0));
  // above: sigma = ln 4 / 1.644854 = 0.842806, z(0.75) = 0.674490; below ln 2 / 1.644854
  CHECK(quantile(lognormal, range, 0.75) == Approx(17.655457));
  CHECK(quantile(lognormal, range, 0.25) == Approx(7.525907));
  CHECK(quantile(lognormal, range, 0.0) > 0.0);
  CHECK(std::isfinite(quantile(lognormal, range, 1.0)));
}

TEST_CASE("a discrete number takes a position of its range for the share that its weight says", "[scenario]") {
  const Law discrete{LawKind::discrete, LowHigh::ends, {-1, 0, 0.5, 1}, {1, 2, 0, 1}};
  const Range range{10, 6, 18};
  CHECK(quantile(discrete, range, 0.0) == Approx(6.0));
  CHECK(quantile(discrete, range, 0.2499) == Approx(6.0));
  CHECK(quantile(discrete, range, 0.25) == Approx(10.0));
  CHECK(quantile(discrete, range, 0.7499) == Approx(10.0));
  CHECK(quantile(discrete, range, 0.75) == Approx(18.0));  // a weight of 0 is never taken
  const Law halfway{LawKind::discrete, LowHigh::ends, {-0.5, 0.5}, {1, 1}};
  CHECK(quantile(halfway, range, 0.1) == Approx(8.0));
  CHECK(quantile(halfway, range, 0.9) == Approx(14.0));
}

TEST_CASE("a law fits a range that holds its value, a lognormal one only numbers above 0", "[scenario]") {
  CHECK_FALSE(reason_against(law(LawKind::triangular), {1, 1, 2}));
  CHECK_FALSE(reason_against(law(LawKind::triangular), {2, 1, 2}));
  CHECK(reason_against(law(LawKind::triangular), {0.9, 1, 2}));
  CHECK(reason_against(law(LawKind::uniform), {2.1, 1, 2}));
  const Law lognormal = law(LawKind::lognormal, LowHigh::five_ninety_five);
  CHECK_FALSE(reason_against(lognormal, {1, 0.001, 2}));
  CHECK(reason_against(lognormal, {1, 0, 2}));
  CHECK(reason_against(lognormal, {-1, -2, 2}));
  CHECK(reason_against(law(LawKind::lognormal), {1, 0.5, 2}));
}

TEST_CASE("the second law is uniform for triangular and lognormal, triangular for uniform, and keeps what the bounds mean", "[scenario]") {
  const Range range{1, 0, 4};
  CHECK(quantile(second_law(law(LawKind::triangular)), range, 0.5) == Approx(2.0));
  CHECK(quantile(second_law(law(LawKind::uniform)), range, 0.25) == Approx(1.0));  // a quarter lies below the mode
  const Law lognormal = second_law(law(LawKind::lognormal, LowHigh::five_ninety_five));
  CHECK((lognormal.kind == LawKind::uniform && lognormal.low_high == LowHigh::five_ninety_five));
  const Law states{LawKind::discrete, LowHigh::ends, {-1, 1}, {0.5, 0.5}};
  CHECK(second_law(states) == states);
}

}  // namespace law_test
