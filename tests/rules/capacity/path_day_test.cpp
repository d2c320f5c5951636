/// Paths of a day: whose they are, and what a window takes.
#include "sim/rules/capacity/path_day.hpp"

#include <catch2/catch.hpp>

namespace path_day_test {

using namespace railshift::rules;

namespace path_day_test {
namespace {

std::int64_t free_over(int days, const PathDay& paths, double background) {
  std::int64_t free = 0;
  for (int day = 0; day < days; ++day) free += free_on(paths, background_parts(background), day);
  return free;
}

}  // namespace

TEST_CASE("half a background train a day is one in two days", "[rules]") {
  // 10 paths, 2.5 trains: 7.5 a day are free, 15 in two days, 7,680 in 1,024 days, after which the pattern begins again.
  const PathDay paths{10, 0, 0};
  CHECK(free_over(2, paths, 2.5) == 15);
  CHECK(free_over(31, paths, 2.5) == Approx(232.5).margin(0.5));
  CHECK(free_over(1024, paths, 2.5) == 7680);
  CHECK(free_on(paths, background_parts(2.5), 0) == free_on(paths, background_parts(2.5), 1024));
}

TEST_CASE("background trains for every path leave none, one fewer leaves one", "[rules]") {
  CHECK(free_over(1, {10, 0, 0}, 10.0) == 0);
  CHECK(free_over(1, {10, 0, 0}, 11.0) == 0);
  CHECK(free_over(1, {10, 0, 0}, 9.0) == 1);
}

TEST_CASE("three hours of twenty-four take an eighth of the paths, the first of them at the window's hour", "[rules]") {
  // 96 paths are one in 15 minutes: 12 in three hours; at 9 h stands path 36.
  const PathDay day = with_window(96, 3.0, 9.0, 0);
  CHECK(day.closed == 12);
  CHECK(day.closed_first == 36);
  CHECK_FALSE(day.is_closed(35));
  CHECK(day.is_closed(36));
  CHECK(day.is_closed(47));
  CHECK_FALSE(day.is_closed(48));
}

TEST_CASE("half a path is taken on every second day of the window", "[rules]") {
  // 100 paths x 3 / 24 = 12.5: 12, 13, 12, 13, ...; 375 in thirty days, which is 12.5 % of 3,000.
  CHECK(with_window(100, 3.0, 0.0, 0).closed == 12);
  CHECK(with_window(100, 3.0, 0.0, 1).closed == 13);
  int taken = 0;
  for (int day = 0; day < 30; ++day) taken += with_window(100, 3.0, 0.0, day).closed;
  CHECK(taken == 375);
}

TEST_CASE("a window of a whole day takes all, one of no hours none, one at the end of the day its last paths", "[rules]") {
  CHECK(free_over(1, with_window(24, 24.0, 0.0, 5), 0.0) == 0);
  CHECK(free_over(1, with_window(24, 0.0, 9.0, 5), 0.0) == 24);
  const PathDay late = with_window(24, 2.0, 22.0, 0);
  CHECK((late.closed_first == 22 && late.closed == 2));
}

}  // namespace path_day_test

}  // namespace path_day_test
