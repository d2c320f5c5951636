/// A plant before which trucks would stand a day calls none: its goods wait where they are, and trucks carry what they can.
#include "sim/engine/fleet/crowded_ends.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace crowded_ends_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

/// One unloading place of an hour: 24 loads a day. Outside trucks join, five a day at first. The second flow is unloaded elsewhere.
HaulTown slow_plant() {
  HaulTown town;
  town.pool.trucks.reset();
  town.has_second_flow = true;
  town.station("place", kPlant, StationKind::unload, 60.0);
  return town;
}

std::int64_t hired(const HaulScene& scene) { return scene.fleet->pools().time.present(0, Owner::hired); }

/// So many loads of each flow an hour, until a tick.
void offer(HaulScene& scene, std::int64_t first, std::int64_t second, Tick until) {
  for (Tick now = 0; now < until; now += kHour) {
    scene.run_to(now);
    scene.release(first, now);
    scene.release(second, now, 1);
  }
  scene.run_to(until);
}

}  // namespace

TEST_CASE("a plant that unloads a load an hour and is sent four does not swallow a truck for each of them", "[engine]") {
  HaulScene scene(slow_plant());
  scene.book.legs[1].unload_way = 0;
  scene.fleet->pools()[0].size = 10;
  scene.begin_month();
  offer(scene, 4, 0, 30 * kDay);
  // 2,880 loads in 30 days, 720 of them at most unloaded: all but a day's queue and those under way stay at the mine.
  CHECK(scene.delivered.size() >= 650);
  CHECK(hired(scene) <= 60);
  CHECK(scene.fleet->waiting().count(0) >= 2880 - 720 - 60);
}

TEST_CASE("while one plant is crowded the goods of another find trucks", "[engine]") {
  HaulScene scene(slow_plant());
  scene.book.legs[1].unload_way = 0;
  scene.fleet->pools()[0].size = 10;
  scene.begin_month();
  offer(scene, 4, 2, 30 * kDay);
  // 1,440 loads of the other flow, all but those of the last two days delivered, beside 650 of the slow plant.
  CHECK(scene.delivered.size() >= 650 + 1440 - 2 * 48);
  CHECK(hired(scene) <= 100);  // a truck for each load that the slow plant cannot take would be 2,160
}

TEST_CASE("a queue of a day holds nothing back, a longer one does until it is shorter", "[engine]") {
  // 30 trucks come to the plant after an hour and a half: its place is free 30 services later, at 30 h with 57 minutes each. A truck that
  // came at 6 h would wait 24 h; with 57.1 minutes 24.05 h, and at 12 h 18.05 h.
  for (const auto& [minutes, held] : std::vector<std::pair<double, bool>>{{57.0, false}, {57.1, true}}) {
    HaulTown town = slow_plant();
    town.stations[0].p1 = minutes;
    HaulScene scene(town);
    for (int k = 0; k < 31; ++k) scene.truck(kMine);
    scene.begin_month();
    scene.release(30, 0);
    scene.run_to(6 * kHour + 1);
    const TruckLeg& leg = scene.book.legs[0];
    CHECK(leg.crowded_end.has_value() == held);
    scene.release(1, 7 * kHour);  // the 31st truck is idle at the mine
    CHECK(scene.fleet->waiting().count(0) == (held ? 1 : 0));
    if (held) {
      const std::vector<Unserved> rows = scene.fleet->unserved(11 * kHour);
      REQUIRE_FALSE(rows.empty());
      CHECK((rows[0].waits_for == Need::service && rows[0].at == "plant"));
    }
    scene.run_to(12 * kHour + 1);
    CHECK_FALSE(leg.crowded_end.has_value());
    CHECK(scene.fleet->waiting().count(0) == 0);
  }
}

TEST_CASE("to a pool of stated size, whose trucks have nothing else to do, no plant is crowded", "[engine]") {
  HaulTown town = slow_plant();
  town.pool.trucks = 40;
  HaulScene scene(town);
  for (int k = 0; k < 40; ++k) scene.truck(kMine);
  scene.begin_month();
  scene.release(40, 0);
  scene.run_to(6 * kHour + 1);
  CHECK_FALSE(scene.book.legs[0].crowded_end.has_value());
}

TEST_CASE("goods that wait 30 days because their plant is crowded have a cause", "[engine]") {
  HaulTown town = slow_plant();
  HaulScene scene(town);
  scene.fleet->pools()[0].size = 10;
  scene.begin_month();
  scene.release(1080, 0);  // 45 days of the plant
  (void)scene.end_month();
  scene.begin_month(make_month(2020, 2));
  (void)scene.end_month(make_month(2020, 2));
  const auto waits = scene.fleet->long_waits();
  REQUIRE(waits.size() == 1);
  CHECK(waits[0].cause == WaitCause::crowded_end);
}

}  // namespace crowded_ends_test
