/// When the loads of a month are offered, and the closing statement of those that found no truck.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace releases_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

/// January: `due` loads, the first one `phase` after the month's beginning.
HaulScene& offer(HaulScene& scene, std::int64_t due, Tick phase = 0) {
  TruckLeg& leg = scene.book.legs[0];
  leg.due = due;
  leg.month_length = 31 * kDay;
  leg.phase = phase;
  scene.begin_month();
  return scene;
}

}  // namespace

TEST_CASE("loads of an even flow are offered at equal distances from a drawn phase on", "[engine]") {
  HaulScene scene{HaulTown()};
  offer(scene, 31, 5 * kHour);
  scene.run_to(5 * kHour);
  CHECK(scene.fleet->waiting().count(0) == 0);
  scene.run_to(5 * kHour + 1);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(kDay + 5 * kHour);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(kDay + 5 * kHour + 1);
  CHECK(scene.fleet->waiting().count(0) == 2);
  (void)scene.end_month();
  CHECK(scene.fleet->waiting().count(0) == 31);
  CHECK(scene.book.legs[0].next_load == 31);
}

TEST_CASE("a stock is offered at once when the month begins", "[engine]") {
  HaulTown town;
  town.flow.release = Release::stock;
  HaulScene scene(town);
  scene.truck(kMine);
  offer(scene, 4);
  CHECK(scene.fleet->waiting().count(0) == 3);
  CHECK(scene.book.legs[0].released == 4);
  CHECK(scene.book.legs[0].next_load == 4);
}

TEST_CASE("a timetable offers loads at its times, spread over the days of the month", "[engine]") {
  HaulTown town;
  town.flow.release = Release::timetable;
  town.flow.times = {6 * 3600, 18 * 3600};
  HaulScene scene(town);
  offer(scene, 31);  // 62 departures: every second one
  scene.run_to(6 * kHour + 1);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(kDay + 6 * kHour);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(kDay + 6 * kHour + 1);
  CHECK(scene.fleet->waiting().count(0) == 2);
}

TEST_CASE("a month without loads offers none", "[engine]") {
  HaulScene scene{HaulTown()};
  offer(scene, 0);
  (void)scene.end_month();
  CHECK(scene.fleet->waiting().count(0) == 0);
}

TEST_CASE("loads are numbered one after the other, also those that come at once", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.begin_month();
  scene.release(3, 0);
  scene.release(0, 0);
  scene.release(2, kHour);
  CHECK(scene.book.legs[0].next_load == 5);
  const std::vector<WaitingLoad> waiting = scene.fleet->waiting().all();
  REQUIRE(waiting.size() == 2);
  CHECK((waiting[0].number == 0 && waiting[0].count == 3));
  CHECK((waiting[1].number == 3 && waiting[1].count == 2));
}

TEST_CASE("loads without a truck are stated with their pool, their number and the longest wait", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.begin_month();
  scene.release(2, kHour);
  scene.release(1, 5 * kHour);
  const std::vector<Unserved> rows = scene.fleet->unserved(10 * kHour);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::truck && rows[0].at == "pool"));
  CHECK((rows[0].loads == 3 && rows[0].kg == 90'000));
  CHECK(rows[0].longest_hours == Approx(9.0));
}

TEST_CASE("a truck in a queue is stated from a day of waiting on", "[engine]") {
  HaulTown town;
  town.station("bay", kMine, StationKind::load, 60.0);
  HaulScene scene(town);
  for (int i = 0; i < 27; ++i) scene.truck(kMine);
  scene.begin_month();
  scene.release(27, 0);
  scene.run_to(25 * kHour);
  // Their waits so far are short of the hour of service. At 25 h two of them are still there.
  CHECK(scene.fleet->unserved(25 * kHour - 1).empty());
  const std::vector<Unserved> rows = scene.fleet->unserved(25 * kHour);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::service && rows[0].at == "mine"));
  CHECK(rows[0].loads == 2);
  CHECK(rows[0].longest_hours == Approx(24.0));
}

TEST_CASE("a truck that waits at a closed way is stated with the closure", "[engine]") {
  HaulTown town;
  town.closure_of_chain(0.0, 12.0);
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(10 * kHour);
  const std::vector<Unserved> rows = scene.fleet->unserved(10 * kHour);
  REQUIRE(rows.size() == 1);
  CHECK((rows[0].waits_for == Need::way && rows[0].at == "closed"));
  CHECK(rows[0].longest_hours == Approx(9.5));
}

}  // namespace releases_test
