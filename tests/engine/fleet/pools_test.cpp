/// Who works in a pool: joining, leaving, being in service, outside trucks.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace pools_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

using Ticks = std::vector<Tick>;

const Month kFebruary = make_month(2020, 2);

/// A pool whose size is worked out: it may hire, and its trucks may be out of service.
HaulTown open_town() {
  HaulTown town;
  town.pool.trucks.reset();
  return town;
}

TruckPhase phase(const HaulScene& scene, TruckIndex i) { return scene.fleet->trucks()[i].phase; }

}  // namespace

TEST_CASE("an idle truck leaves at once, one under way at the end of its cycle", "[engine]") {
  HaulScene scene{HaulTown()};
  const TruckIndex busy = scene.truck(kMine);
  const TruckIndex idle = scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(kHour);
  scene.fleet->leave(busy, kHour);
  scene.fleet->leave(idle, kHour);
  CHECK(phase(scene, busy) == TruckPhase::to_destination);
  CHECK(phase(scene, idle) == TruckPhase::gone);
  scene.release(1, kHour);
  const ledger::PoolRow row = HaulScene::row(scene.end_month(), Owner::local);
  CHECK(phase(scene, busy) == TruckPhase::gone);
  // Its last load is delivered, the next one is not taken.
  CHECK(scene.delivered == Ticks{2 * kHour});
  CHECK(scene.fleet->waiting().count(0) == 1);
  CHECK((row.joined == 2 && row.left == 2 && row.close == 0));
  CHECK(row.present_ticks == 3 * kHour);
}

TEST_CASE("a truck that joins while loads wait sets out at once", "[engine]") {
  HaulScene scene{HaulTown()};
  scene.begin_month();
  scene.release(1, 0);
  scene.truck(kPlant);
  scene.run_to(kDay);
  CHECK(scene.delivered == Ticks{3 * kHour});
}

TEST_CASE("trucks out of service are parked until the month in which they are drawn into it", "[engine]") {
  HaulTown town = open_town();
  town.pool.availability = 0.0;
  town.join_rate = 0.0;
  HaulScene scene(town);
  const TruckIndex only = scene.truck(kMine);
  scene.begin_month();
  CHECK(phase(scene, only) == TruckPhase::parked);
  scene.release(1, 0);
  scene.run_to(kDay);
  CHECK(scene.delivered.empty());
  CHECK(HaulScene::row(scene.end_month(), Owner::local).rest_ticks == 31 * kDay);
  // From February on another world: all are in service.
  town.pool.availability = 1.0;
  scene.world.replace(town.build());
  scene.begin_month(kFebruary);
  scene.run_to(32 * kDay);
  CHECK(scene.delivered == Ticks{31 * kDay + 2 * kHour});
}

TEST_CASE("a truck under way that is drawn out of service parks at the end of its cycle", "[engine]") {
  HaulTown town = open_town();
  HaulScene scene(town);
  const TruckIndex only = scene.truck(kMine);
  scene.begin_month();
  scene.run_to(31 * kDay - kHour);
  scene.release(2, 31 * kDay - kHour);
  (void)scene.end_month();
  town.pool.availability = 0.0;
  scene.world.replace(town.build());
  scene.begin_month(kFebruary);
  scene.run_to(32 * kDay);
  CHECK(scene.delivered == Ticks{31 * kDay + kHour});
  CHECK(phase(scene, only) == TruckPhase::parked);
  scene.fleet->leave(only, 32 * kDay);
  CHECK(phase(scene, only) == TruckPhase::gone);
}

TEST_CASE("a pool of stated size has all its trucks in service", "[engine]") {
  HaulTown town;
  town.pool.availability = 0.0;
  HaulScene scene(town);
  const TruckIndex only = scene.truck(kMine);
  scene.begin_month();
  CHECK(phase(scene, only) == TruckPhase::idle);
}

TEST_CASE("an outside truck joins when a load has waited for a day, not earlier", "[engine]") {
  HaulScene scene(open_town());
  scene.fleet->pools()[0].size = 2;
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(kDay);  // looked at 6, 12 and 18 h
  CHECK(scene.fleet->pools().hired(0) == 0);
  scene.run_to(kDay + 1);
  CHECK(scene.fleet->pools().hired(0) == 1);
  scene.run_to(2 * kDay);
  // It stands at the origin of the load.
  CHECK(scene.delivered == Ticks{kDay + 2 * kHour});
  CHECK(EmissionClass::from_index(scene.fleet->trucks()[0].vehicle).access == AccessClass{Standard::china5, Powertrain::diesel});
}

TEST_CASE("a load that came a tick too late for the look at midnight gets its outside truck six hours later", "[engine]") {
  HaulScene scene(open_town());
  scene.fleet->pools()[0].size = 2;
  scene.begin_month();
  scene.run_to(1);
  scene.release(1, 1);
  scene.run_to(kDay + 6 * kHour);
  CHECK(scene.fleet->pools().hired(0) == 0);
  scene.run_to(kDay + 6 * kHour + 1);
  CHECK(scene.fleet->pools().hired(0) == 1);
}

TEST_CASE("on the first day half of the pool's size joins, at least one truck", "[engine]") {
  // Half a truck a day and truck of the pool.
  for (const auto& [size, joined] : std::vector<std::pair<std::int64_t, std::int64_t>>{{0, 1}, {1, 1}, {3, 1}, {4, 2}, {10, 5}}) {
    HaulScene scene(open_town());
    scene.fleet->pools()[0].size = size;
    scene.begin_month();
    scene.release(100, 0);
    scene.run_to(kDay + 1);
    CHECK(scene.fleet->pools().hired(0) == joined);
  }
}

TEST_CASE("no more outside trucks come than loads have waited long enough", "[engine]") {
  HaulScene scene(open_town());
  scene.fleet->pools()[0].size = 100;
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(kDay + 1);
  CHECK(scene.fleet->pools().hired(0) == 3);
}

TEST_CASE("nobody is hired whom the gates would not admit, nor into a pool of stated size", "[engine]") {
  HaulScene gated(open_town());
  gated.fleet->pools()[0].size = 10;
  gated.book.legs[0].admitted.bits = ~(std::uint64_t{1} << AccessClass{Standard::china5, Powertrain::diesel}.index());
  gated.begin_month();
  gated.release(1, 0);
  gated.run_to(3 * kDay);
  CHECK(gated.fleet->pools().hired(0) == 0);
  HaulScene stated{HaulTown()};
  stated.fleet->pools()[0].size = 10;
  stated.begin_month();
  stated.release(1, 0);
  stated.run_to(3 * kDay);
  CHECK(stated.fleet->pools().hired(0) == 0);
}

TEST_CASE("of the outside trucks those come that the gates admit", "[engine]") {
  HaulTown town = open_town();
  town.outside.push_back(town.outside[0]);
  town.outside[1].id = "hired-6";
  town.outside[1].standard = Standard::china6;
  town.outside[0].share = 0.999;
  town.outside[1].share = 0.001;
  HaulScene scene(town);
  scene.fleet->pools()[0].size = 10;
  scene.book.legs[0].admitted.bits = std::uint64_t{1} << AccessClass{Standard::china6, Powertrain::diesel}.index();
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(kDay + 1);
  CHECK(scene.fleet->pools().hired(0) == 3);
}

TEST_CASE("an outside truck that is idle at the end of the month goes, one at work stays", "[engine]") {
  HaulScene scene(open_town());
  scene.fleet->pools()[0].size = 4;
  scene.begin_month();
  scene.release(2, 0);
  scene.run_to(31 * kDay - kHour);
  REQUIRE(scene.fleet->pools().hired(0) == 2);
  scene.release(1, 31 * kDay - kHour);
  const ledger::PoolRow row = HaulScene::row(scene.end_month(), Owner::hired);
  CHECK((row.joined == 2 && row.left == 0));
  scene.begin_month(kFebruary);
  CHECK(scene.fleet->pools().hired(0) == 1);
}

}  // namespace pools_test
