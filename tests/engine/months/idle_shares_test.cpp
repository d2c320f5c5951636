/// Who of the trucks that stand idle takes which work: figures worked by hand.
#include <catch2/catch.hpp>

#include "sim/engine/months/idle_shares.hpp"

namespace idle_shares_test {

using namespace railshift::engine;

TEST_CASE("trucks that a gate keeps busy take less of the free work than their number says", "[months]") {
  // 0.365 of the hours are National VI's. All work 0.552, so 0.448 are idle. Free work makes the others drive 0.364 / 0.448 = 0.8125 hours
  // for each idle one: they stand idle for 0.635 / 1.8125 = 0.3503 hours, National VI for 0.0977, which is 0.218 of 0.448.
  const IdleShares split = idle_shares({0.365, 0.635}, {{true, false}, {true, true}}, {0.188, 0.364});
  CHECK(split.shares[0] == std::vector<double>{1.0, 0.0});
  CHECK(split.shares[1][0] == Approx(0.218).margin(0.0005));
  CHECK(split.shares[1][0] + split.shares[1][1] == Approx(1.0));
  CHECK(split.idle[0] == Approx(0.0977).margin(0.0001));
  CHECK(split.idle[1] == Approx(0.3503).margin(0.0001));
}

TEST_CASE("where every truck may do all work, each class does it in the measure of its trucks", "[months]") {
  const IdleShares split = idle_shares({30.0, 10.0}, {{true, true}}, {20.0});
  CHECK(split.shares[0][0] == Approx(0.75));
  // 20 of 40 hours are worked: every class stands idle for half of its own
  CHECK(split.idle[0] == Approx(15.0));
  CHECK(split.idle[1] == Approx(5.0));
}

TEST_CASE("work that no class with trucks may do is nobody's, and work that takes all hours is still shared out whole", "[months]") {
  const IdleShares none = idle_shares({0.0, 5.0}, {{true, false}}, {0.0});
  CHECK(none.shares[0] == std::vector<double>{0.0, 0.0});
  CHECK(none.idle[1] == Approx(5.0));
  const IdleShares full = idle_shares({3.0, 1.0}, {{true, true}}, {4.0});
  CHECK(full.shares[0][0] == Approx(0.75));
  CHECK(full.shares[0][0] + full.shares[0][1] == Approx(1.0));
}

}  // namespace idle_shares_test
