/// The promise of a run: no load waits longer than 30 days for a truck unless the inputs say why.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace long_waits_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

const Month kJanuary = make_month(2020, 1);
const Month kFebruary = make_month(2020, 2);
const Month kMarch = make_month(2020, 3);

/// A pool that others may join, if there were any: neither register nor outside has a truck.
HaulTown town_without_trucks() {
  HaulTown town;
  town.pool.trucks.reset();
  town.outside.clear();
  return town;
}

void join(HaulScene& scene, Tick now) {
  const EmissionClass vehicle{VehicleType::heavy, {Standard::china6, Powertrain::diesel}, Fault::sound};
  Truck t;
  t.vehicle = vehicle.index();
  t.access = vehicle.access.index();
  t.place = kMine;
  scene.run_to(now);
  scene.fleet->join(t, now);
}

/// What is noted of a load that comes at the beginning of January, by the end of the month.
std::vector<LongWait> noted(HaulScene& scene) {
  scene.begin_month();
  scene.release(1, 0);
  (void)scene.end_month();
  return scene.fleet->long_waits();
}

WaitCause cause(HaulScene& scene) {
  const auto waits = noted(scene);
  REQUIRE(waits.size() == 1);
  CHECK((waits[0].loads == 1 && waits[0].kg == 30'000));
  CHECK((waits[0].flow == "flow" && waits[0].pool == "pool"));
  return waits[0].cause;
}
WaitCause cause(const HaulTown& town) {
  HaulScene scene(town);
  return cause(scene);
}

}  // namespace

TEST_CASE("a load that finds a truck after exactly 30 days has not waited too long, one of a tick more has", "[engine]") {
  for (const auto& [wait, loads] : std::vector<std::pair<Tick, std::size_t>>{{30 * kDay, 0}, {30 * kDay + 1, 1}}) {
    HaulScene scene(town_without_trucks());
    scene.begin_month();
    scene.release(1, 0);
    join(scene, wait);
    (void)scene.end_month();
    REQUIRE(scene.fleet->long_waits().size() == loads);
  }
}

TEST_CASE("a load that still waits at the month end has waited too long after 30 days, not at them", "[engine]") {
  for (const auto& [since, loads] : std::vector<std::pair<Tick, std::size_t>>{{kDay, 0}, {kDay - 1, 1}}) {
    HaulScene scene(town_without_trucks());
    scene.begin_month();
    scene.run_to(since);
    scene.release(1, since);
    (void)scene.end_month();
    CHECK(scene.fleet->long_waits().size() == loads);
  }
}

TEST_CASE("a load that waits through three months is noted once, with the longest wait that was seen", "[engine]") {
  HaulScene scene(town_without_trucks());
  REQUIRE(noted(scene).size() == 1);
  CHECK(scene.fleet->long_waits()[0].longest_hours == 31 * 24.0);
  scene.begin_month(kFebruary);
  (void)scene.end_month(kFebruary);
  scene.begin_month(kMarch);
  join(scene, 70 * kDay);
  (void)scene.end_month(kMarch);
  const auto waits = scene.fleet->long_waits();
  REQUIRE(waits.size() == 1);
  CHECK((waits[0].loads == 1 && waits[0].kg == 30'000));
  CHECK(waits[0].longest_hours == 70 * 24.0);
}

TEST_CASE("loads of a flow that wait too long are added up", "[engine]") {
  HaulScene scene(town_without_trucks());
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(kHour);
  scene.release(2, kHour);
  scene.run_to(10 * kDay);
  scene.release(7, 10 * kDay);  // these have time until the 9th of February
  (void)scene.end_month();
  const auto waits = scene.fleet->long_waits();
  REQUIRE(waits.size() == 1);
  CHECK((waits[0].loads == 5 && waits[0].kg == 150'000));
  scene.begin_month(kFebruary);
  (void)scene.end_month(kFebruary);
  CHECK(scene.fleet->long_waits()[0].loads == 12);
}

TEST_CASE("where nothing in the inputs keeps trucks away the promise is broken", "[engine]") {
  CHECK(cause(town_without_trucks()) == WaitCause::none);
}

TEST_CASE("a pool of stated size, or one that nobody may join, is a cause", "[engine]") {
  HaulTown stated = town_without_trucks();
  stated.pool.trucks = 0;
  CHECK(cause(stated) == WaitCause::stated_size);
  HaulTown closed = town_without_trucks();
  closed.join_rate = 0.0;
  CHECK(cause(closed) == WaitCause::stated_size);
  HaulTown slow = town_without_trucks();
  slow.join_rate = 1e-9;
  CHECK(cause(slow) == WaitCause::none);
}

TEST_CASE("a gate rule that admits no truck there is is a cause, one that admits a truck of the pool is none", "[engine]") {
  for (const auto& [admitted, found] :
       std::vector<std::pair<Standard, WaitCause>>{{Standard::china5, WaitCause::no_eligible_truck}, {Standard::china6, WaitCause::none}}) {
    HaulTown town = town_without_trucks();
    town.pool.availability = 0.0;  // the truck of National VI stands in the yard all year
    HaulScene scene(town);
    scene.truck(kMine);
    scene.book.legs[0].ruled = true;
    scene.book.legs[0].at_gates.bits = std::uint64_t{1} << AccessClass{admitted, Powertrain::diesel}.index();
    scene.book.legs[0].admit();
    CHECK(cause(scene) == found);
  }
}

TEST_CASE("where a gate rule admits no truck there is, that is the cause, whatever the size of the pool", "[engine]") {
  HaulTown town = town_without_trucks();
  town.pool.trucks = 0;
  HaulScene scene(town);
  scene.book.legs[0].ruled = true;
  scene.book.legs[0].at_gates.bits = std::uint64_t{1} << AccessClass{Standard::china5, Powertrain::diesel}.index();
  scene.book.legs[0].admit();
  CHECK(cause(scene) == WaitCause::no_eligible_truck);
}

TEST_CASE("a closure while the load waited is a cause, one that ends as it comes is none", "[engine]") {
  for (const auto& [since, found] :
       std::vector<std::pair<Tick, WaitCause>>{{5 * kHour - 1, WaitCause::closure}, {5 * kHour, WaitCause::none}}) {
    HaulTown town = town_without_trucks();
    town.closure_of_chain(2.0, 5.0);
    HaulScene scene(town);
    scene.begin_month();
    scene.run_to(since);
    scene.release(1, since);
    (void)scene.end_month();
    REQUIRE(scene.fleet->long_waits().size() == 1);
    CHECK(scene.fleet->long_waits()[0].cause == found);
  }
}

TEST_CASE("a closure that stops no truck of the load's pool is no cause", "[engine]") {
  HaulTown town = town_without_trucks();
  town.closure_of_chain(0.0, 24.0);
  CHECK(cause(town) == WaitCause::closure);
  town.closures.back().chain = Id<Chain>{7};  // of no leg of this pool
  CHECK(cause(town) == WaitCause::none);
  town.closures.back().chain.reset();
  town.closures.back().site = Id<Site>{kPlant};
  CHECK(cause(town) == WaitCause::closure);
}

TEST_CASE("a leg without an open road is a cause", "[engine]") {
  HaulScene scene(town_without_trucks());
  scene.book.legs[0].has_way = false;
  scene.book.legs[0].admitted.bits = 0;
  CHECK(cause(scene) == WaitCause::closure);
}

TEST_CASE("trucks of the pool that stand before a full yard are a cause", "[engine]") {
  HaulTown town = town_without_trucks();
  town.yard(StockSide::in, 40.0, 0.0).capacity = Tonnes{40.0};
  HaulScene scene(town);
  scene.truck(kMine);
  scene.begin_month();
  scene.release(2, 0);  // the first load stands before the yard with its truck
  (void)scene.end_month();
  const auto waits = scene.fleet->long_waits();
  REQUIRE(waits.size() == 1);
  CHECK((waits[0].loads == 1 && waits[0].cause == WaitCause::full_yard));
}

TEST_CASE("every cause has a word of its own that is read back", "[engine]") {
  for (const WaitCause c : {WaitCause::none, WaitCause::stated_size, WaitCause::no_eligible_truck, WaitCause::closure,
                            WaitCause::crowded_end, WaitCause::full_yard, WaitCause::slow_joining})
    CHECK(wait_cause_from(to_text(c)) == c);
  CHECK_FALSE(wait_cause_from("weather").has_value());
}

}  // namespace long_waits_test
