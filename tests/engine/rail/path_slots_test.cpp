#include <catch2/catch.hpp>

#include <vector>

#include "sim/core/contract.hpp"
#include "sim/engine/rail/path_slots.hpp"

namespace path_slots_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

constexpr Tick kHour = kTicksPerHour;

/// The starts of all slots of the first day, read off a section without background by booking one after the other.
std::vector<Tick> starts_of_a_day(int per_day) {
  PathSlots slots(per_day);
  std::vector<Tick> starts;
  for (int n = 0; n < per_day; ++n) starts.push_back(slots.book(0));
  return starts;
}

}  // namespace

TEST_CASE("slots stand at a fixed headway, each start rounded once to a tick", "[engine]") {
  // 4 a day: every 6 hours.
  CHECK(starts_of_a_day(4) == std::vector<Tick>{0, 6 * kHour, 12 * kHour, 18 * kHour});
  // 7 a day: 86,400 x 1,024 / 7 = 12,639,085.71.. ticks apart; n times that, half up:
  // 12,639,085.71 25,278,171.43 37,917,257.14 50,556,342.86 63,195,428.57 75,834,514.29
  CHECK(starts_of_a_day(7) == std::vector<Tick>{0, 12'639'086, 25'278'171, 37'917'257, 50'556'343, 63'195'429, 75'834'514});
}

TEST_CASE("a train takes the slot that starts when it is ready, and a tick later the next one", "[engine]") {
  CHECK(PathSlots(24).book(5 * kHour - 1) == 5 * kHour);
  CHECK(PathSlots(24).book(5 * kHour) == 5 * kHour);
  CHECK(PathSlots(24).book(5 * kHour + 1) == 6 * kHour);
  // Slot 1 of 7 starts at 12,639,085.71 rounded up, slot 2 at 25,278,171.43 rounded down.
  CHECK(PathSlots(7).book(12'639'086) == 12'639'086);
  CHECK(PathSlots(7).book(12'639'087) == 25'278'171);
  CHECK(PathSlots(7).book(25'278'171) == 25'278'171);
  CHECK(PathSlots(7).book(25'278'172) == 37'917'257);
}

TEST_CASE("after the last slot of the day comes the first of the next", "[engine]") {
  CHECK(PathSlots(24).book(23 * kHour) == 23 * kHour);
  CHECK(PathSlots(24).book(23 * kHour + 1) == kTicksPerDay);
  CHECK(PathSlots(24).book(kTicksPerDay - 1) == kTicksPerDay);
  CHECK(PathSlots(24).book(kTicksPerDay) == kTicksPerDay);
  // One slot a day: midnight.
  PathSlots lonely(1);
  CHECK(lonely.book(0) == 0);
  CHECK(lonely.book(1) == kTicksPerDay);
  CHECK(lonely.book(kTicksPerDay) == 2 * kTicksPerDay);
}

TEST_CASE("trains are served in the order in which they ask, one a slot", "[engine]") {
  PathSlots slots(24);
  CHECK(slots.book(3 * kHour - 5) == 3 * kHour);
  CHECK(slots.book(3 * kHour) == 4 * kHour);
  CHECK(slots.book(3 * kHour) == 5 * kHour);
  CHECK(slots.book(9 * kHour) == 9 * kHour);
}

TEST_CASE("the background takes slot k of N when k x b mod N is below b", "[engine]") {
  // N = 8, b = 3: k b = 0 3 6 9 12 15 18 21, mod 8 = 0 3 6 1 4 7 2 5; below 3: slots 0, 3 and 6. Free: 1 2 4 5 7, then 9 (1 of day 2).
  PathSlots slots(8);
  slots.set_background(3);
  std::vector<Tick> taken;
  for (int n = 0; n < 6; ++n) taken.push_back(slots.book(0));
  CHECK(taken == std::vector<Tick>{3 * kHour, 6 * kHour, 12 * kHour, 15 * kHour, 21 * kHour, 27 * kHour});
}

TEST_CASE("b background trains leave N - b slots a day, for every b", "[engine]") {
  for (int background = 0; background < 24; ++background) {
    PathSlots slots(24);
    slots.set_background(background);
    int in_ten_days = 0;
    while (slots.book(0) < 10 * kTicksPerDay) ++in_ten_days;
    CHECK(in_ten_days == 10 * (24 - background));
  }
}

TEST_CASE("a new timetable holds from the next booking on", "[engine]") {
  PathSlots slots(24);
  slots.set_background(12);  // the even slots
  CHECK(slots.book(0) == kHour);
  CHECK(slots.book(kHour) == 3 * kHour);
  slots.set_background(0);
  CHECK(slots.book(4 * kHour) == 4 * kHour);
}

TEST_CASE("a section whose slots are all taken by the background cannot be booked", "[engine]") {
  PathSlots full(4);
  full.set_background(4);
  CHECK_THROWS_AS(full.book(0), BrokenPromise);
  full.set_background(3);
  // k b mod 4 = 0 3 2 1: only slot 1 is free.
  CHECK(full.book(0) == 6 * kHour);
}

TEST_CASE("no train leaves in a window, and the one that waited leaves when it ends", "[engine]") {
  PathSlots slots(24);
  slots.set_days(0, {{24, 9, 3}}, {24, 0, 0});  // 9, 10 and 11 h of the first day
  CHECK(slots.book(8 * kHour) == 8 * kHour);
  CHECK(slots.book(8 * kHour + 1) == 12 * kHour);
  CHECK(slots.book(kTicksPerDay + 9 * kHour) == kTicksPerDay + 9 * kHour);  // the second day has no window
}

TEST_CASE("thirty days with three of twenty-four paths closed carry an eighth less than thirty days without", "[engine]") {
  for (const auto& [closed, trains] : {std::pair{0, 720}, {3, 630}}) {
    PathSlots slots(24);
    slots.set_days(0, std::vector<rules::PathDay>(30, {24, 0, closed}), {24, 0, 0});
    int sent = 0;
    while (slots.book(0) < 30 * kTicksPerDay) ++sent;
    CHECK(sent == trains);
  }
}

TEST_CASE("days without any path are waited over", "[engine]") {
  PathSlots slots(24);
  slots.set_days(1, {{0, 0, 0}, {0, 0, 0}}, {24, 0, 0});
  CHECK(slots.book(23 * kHour) == 23 * kHour);
  CHECK(slots.book(23 * kHour) == 3 * kTicksPerDay);
  CHECK(slots.book(kTicksPerDay + 5) == 3 * kTicksPerDay + kHour);
}

TEST_CASE("a day with more paths has them closer together", "[engine]") {
  PathSlots slots(24);
  slots.set_days(1, {{48, 0, 0}}, {24, 0, 0});
  CHECK(slots.book(kTicksPerDay + 1) == kTicksPerDay + kHour / 2);
  CHECK(slots.book(2 * kTicksPerDay + 1) == 2 * kTicksPerDay + kHour);
}

TEST_CASE("two and a half background trains a day leave fifteen of twenty paths in two days", "[engine]") {
  PathSlots slots(10);
  slots.set_background(2.5);
  int in_two_days = 0;
  while (slots.book(0) < 2 * kTicksPerDay) ++in_two_days;
  CHECK(in_two_days == 15);
}

TEST_CASE("a train that the background gives way to takes its path", "[engine]") {
  PathSlots slots(24);
  slots.set_background(12);  // the even slots
  CHECK(slots.book_first(2 * kHour) == 2 * kHour);
  CHECK(slots.book(2 * kHour) == 3 * kHour);
  slots.set_background(24);
  CHECK(slots.book_first(4 * kHour) == 4 * kHour);
}

}  // namespace path_slots_test
