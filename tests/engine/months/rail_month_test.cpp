/// What the railway has in a month, as the quick twin reckons with it.
#include "sim/engine/months/rail_month.hpp"

#include <catch2/catch.hpp>

#include "sim/engine/months/expected_wait.hpp"

namespace rail_month_test {

using namespace railshift;
using namespace railshift::engine;

TEST_CASE("days that are all alike have the waits of one of them", "[months]") {
  const std::vector<rules::PathDay> days(30, {24, 0, 0});
  const PathWait wait = path_wait_in(days, 12.0, 6.0, 3);
  CHECK(wait.next_h == next_path_h(24, 12));
  CHECK(wait.queue_h == path_queue_h(24, 12, 6.0, 3));
}

TEST_CASE("a window of three hours adds its own gap to the waits for a path", "[months]") {
  // 24 paths an hour apart, three closed from midnight: 20 gaps of 1 h and one of 4 h a day: (20 + 16) / (2 x 24) = 0.75 h instead of 0.5.
  const std::vector<rules::PathDay> days(30, {24, 0, 3});
  CHECK(path_wait_in(days, 0.0, 1.0, 1).next_h == Approx(0.75));
  CHECK(path_wait_in(std::vector<rules::PathDay>(30, {24, 0, 0}), 0.0, 1.0, 1).next_h == Approx(0.5));
}

TEST_CASE("a month without a free path is waited through", "[months]") {
  CHECK(path_wait_in(std::vector<rules::PathDay>(30, {12, 0, 0}), 12.0, 1.0, 1).next_h == Approx(720.0));
  CHECK(path_wait_in(std::vector<rules::PathDay>(30, {12, 0, 12}), 0.0, 1.0, 1).next_h == Approx(720.0));
}

TEST_CASE("tracks of a month are their mean over the days, and work takes longer by the hours of the windows", "[months]") {
  World w;
  Siding siding;
  siding.id = "s";
  siding.tracks = 2;
  w.sidings = Table<Siding>({siding});
  const Month april = make_month(2024, 4);
  const auto with = [&](CapacityStep step) {
    step.sidings = {Id<Siding>{0}};
    Measure m;
    m.id = "m";
    m.from = make_date(2024, 4, 11);
    m.body = std::move(step);
    w.measures = Table<Measure>({m});
    return tracks_in(rules::CapacitySteps(w, april), siding, Id<Siding>{0}, april);
  };
  CHECK(tracks_in(rules::CapacitySteps(w, april), siding, Id<Siding>{0}, april).tracks == 2);
  CapacityStep more;
  more.tracks = 3;  // 10 days of 2, 20 of 5: 4
  CHECK(with(more).tracks == 4);
  CHECK(with(more).stretch == 1.0);
  CapacityStep window;
  window.hours_per_day = 6.0;  // 20 of 30 days: 4 h a day in the mean, 24 / 20
  CHECK(with(window).tracks == 2);
  CHECK(with(window).stretch == Approx(1.2));
}

}  // namespace rail_month_test
