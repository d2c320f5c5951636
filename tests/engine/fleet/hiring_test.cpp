/// Trucks join a pool whose loads wait: the register's first, then outside ones, at a rate; whom the pool does not need goes.
#include "sim/engine/fleet/hiring.hpp"

#include <catch2/catch.hpp>

#include "sim/engine/fleet/pool_members.hpp"
#include "tests/engine/haul_town.hpp"

namespace hiring_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

const Month kFebruary = make_month(2020, 2);

/// A town whose pool is sized; outside trucks are of National V. A load takes a truck 3 h: back, loading, run, unloading.
HaulTown town_of_rate(double join_rate) {
  HaulTown town;
  town.pool.trucks.reset();
  town.join_rate = join_rate;
  return town;
}

/// A town with a register of National V trucks of the pool's segment, of which the pool has as many as its size.
struct HiringScene {
  HaulScene scene;
  Register reg;
  PoolMembers members;
  HiringScene(const HaulTown& town, std::int64_t size, std::uint32_t registered)
      : scene(town), reg(trucks_of(registered)), members(scene.world.now(), 1, {size}, scene.book.legs, reg, *scene.fleet) {
    scene.fleet->call_on(members);
    scene.begin_month();
  }

  /// Trucks in the pool by owner, and those that the register says are there.
  [[nodiscard]] std::int64_t local() const { return scene.fleet->pools().time.present(0, Owner::local); }
  [[nodiscard]] std::int64_t hired() const { return scene.fleet->pools().time.present(0, Owner::hired); }
  [[nodiscard]] std::int64_t in_all() const { return local() + hired(); }
  [[nodiscard]] std::int64_t flagged() const {
    return std::count_if(reg.trucks.begin(), reg.trucks.end(), [](const RegisteredTruck& t) { return t.pool == 0; });
  }
  /// The look of this tick is over.
  void look(Tick at) { scene.run_to(at + 1); }
  void turn_to_february() {
    (void)scene.end_month();
    scene.begin_month(kFebruary);
  }
};

}  // namespace

TEST_CASE("registered trucks of the segment join before outside ones", "[engine]") {
  // Five trucks of seven work in the pool; 0.4 a day and truck let two join by the first look and more on the next day.
  HiringScene s(town_of_rate(0.4), 5, 7);
  CHECK(s.flagged() == 5);
  s.scene.release(1000, 0);
  s.look(kDay - 6 * kHour);
  CHECK(s.in_all() == 5);
  s.look(kDay);
  CHECK((s.local() == 7 && s.hired() == 0));
  CHECK(s.flagged() == 7);
  s.look(2 * kDay);
  // The register has no other: 0.4 x 7 trucks a day and then of one more each time, 0.7 + 0.7 + 0.8 + 0.8.
  CHECK((s.local() == 7 && s.hired() == 3));
}

TEST_CASE("how many join in a day rises with those that have joined", "[engine]") {
  // 20 trucks, a fifth a day. On the first day 4; then 0.25 x 0.2 x (20 + joined) a look: 1.2, 1.25, 1.3, 1.35.
  HiringScene s(town_of_rate(0.2), 20, 20);
  s.scene.release(2000, 0);
  const std::vector<std::pair<Tick, std::int64_t>> joined{{18, 0}, {24, 4}, {30, 5}, {36, 6}, {42, 7}, {48, 9}};
  for (const auto& [hour, trucks] : joined) {
    INFO(hour << " h");
    s.look(hour * kHour);
    CHECK(s.hired() == trucks);
  }
}

TEST_CASE("a pool of stated size, and one that a rate of 0 closes, stay as they are", "[engine]") {
  HiringScene closed(town_of_rate(0.0), 5, 7);
  closed.scene.release(1000, 0);
  closed.look(20 * kDay);
  CHECK(closed.in_all() == 5);
  HaulTown town = town_of_rate(0.4);
  town.pool.trucks = 5;
  HiringScene stated(town, 5, 7);
  stated.scene.release(1000, 0);
  stated.look(20 * kDay);
  CHECK(stated.in_all() == 5);
}

TEST_CASE("the smallest pool finds one truck a day, and no more", "[engine]") {
  // 0.02 x 2 trucks would be one in 25 days.
  HiringScene s(town_of_rate(0.02), 2, 2);
  s.scene.release(1000, 0);
  for (const int days : {1, 2, 3, 4}) {
    s.look(days * kDay - 6 * kHour);
    CHECK(s.in_all() == 2 + days - 1);
    s.look(days * kDay);
    CHECK(s.in_all() == 2 + days);
  }
}

TEST_CASE("loads that wait too long because trucks may join only slowly have that as their cause", "[engine]") {
  // One truck a day joins, so that the k-th of them carries for 31 - k days, eight loads a day: within a month
  // 8 x 30 x 31 / 2 = 3,720 loads at most, and the 4,000 wait. At 0.5 a day and truck all are carried in time.
  for (const auto& [rate, loads] : std::vector<std::pair<double, std::size_t>>{{1e-9, 1}, {0.5, 0}}) {
    INFO(rate);
    HiringScene s(town_of_rate(rate), 0, 0);
    s.scene.release(4'000, 0);
    (void)s.scene.end_month();
    const auto waits = s.scene.fleet->long_waits();
    REQUIRE(waits.size() == loads);
    if (loads > 0) CHECK(waits[0].cause == WaitCause::slow_joining);
  }
}

TEST_CASE("what nobody asked for in quiet days is not saved up", "[engine]") {
  HiringScene s(town_of_rate(0.2), 20, 20);
  s.scene.run_to(10 * kDay);
  s.scene.release(2000, 10 * kDay);
  s.look(11 * kDay);
  CHECK(s.hired() == 4);  // a day's, not ten days'
}

TEST_CASE("a load that no truck may carry does not keep the one behind it from a truck", "[engine]") {
  HaulTown town = town_of_rate(0.5);
  town.has_second_flow = true;
  HiringScene s(town, 0, 1);
  TruckLeg& barred = s.scene.book.legs[0];
  barred.admitted.bits = std::uint64_t{1} << AccessClass{Standard::zero_exhaust, Powertrain::hydrogen}.index();
  barred.ruled = true;
  s.scene.release(1, 0, 0);
  s.scene.run_to(kHour);
  s.scene.release(1, kHour, 1);
  s.look(kDay + 6 * kHour);
  CHECK(s.local() == 1);
  s.scene.run_to(2 * kDay);
  REQUIRE(s.scene.delivered.size() == 1);
  CHECK(s.scene.delivered[0] == kDay + 8 * kHour);  // half an hour, an hour and half an hour after the look
  CHECK(s.scene.fleet->waiting().count(0) == 1);
}

TEST_CASE("the hydrogen truck of the register comes for the load that only it may carry", "[engine]") {
  HiringScene s(town_of_rate(0.5), 3, 10);
  const AccessClass hydrogen{Standard::zero_exhaust, Powertrain::hydrogen};
  std::size_t slot = 0;
  while (s.reg.trucks[slot].pool == 0) ++slot;
  s.reg.trucks[slot].vehicle.access = hydrogen;
  s.scene.book.legs[0].admitted.bits = std::uint64_t{1} << hydrogen.index();
  s.scene.release(5, 0);
  s.look(3 * kDay);
  CHECK((s.local() == 4 && s.hired() == 0));
  CHECK(s.reg.trucks[slot].pool == 0);
  s.scene.run_to(4 * kDay);
  CHECK(s.scene.delivered.size() == 5);
}

TEST_CASE("on the first of a month those who are idle over the size go back, who has been idle longest first", "[engine]") {
  // Three trucks have set out with 27 of 30 loads by the end of the first day; two join for the rest.
  HiringScene s(town_of_rate(0.8), 3, 5);
  s.scene.release(30, 0);
  s.look(kDay);
  REQUIRE((s.local() == 5 && s.flagged() == 5));
  s.scene.run_to(30 * kDay);
  REQUIRE(s.scene.delivered.size() == 30);
  // All five are idle. Three loads of the last day send three of them out again: the other two have been idle longer.
  s.scene.release(3, 30 * kDay);
  s.scene.run_to(31 * kDay);
  CHECK(s.in_all() == 5);
  std::vector<TruckIndex> rested;
  const auto& trucks = s.scene.fleet->trucks();
  for (TruckIndex i = 0; i < trucks.size(); ++i) {
    if (trucks[i].mark < 30 * kDay) rested.push_back(i);
  }
  REQUIRE(rested.size() == 2);
  s.turn_to_february();
  CHECK((s.local() == 3 && s.flagged() == 3));
  for (const TruckIndex i : rested) CHECK(trucks[i].phase == TruckPhase::gone);
}

TEST_CASE("a truck at work on the first of a month stays, and so does a pool that is not over its size", "[engine]") {
  HiringScene busy(town_of_rate(0.1), 3, 5);
  busy.scene.release(20'000, 0);  // work for 33 trucks until spring: one joins a day
  busy.turn_to_february();
  CHECK((busy.local() == 5 && busy.hired() > 0));
  HiringScene idle(town_of_rate(0.8), 3, 5);
  idle.turn_to_february();
  CHECK((idle.local() == 3 && idle.flagged() == 3));
}

TEST_CASE("an idle outside truck goes on the first of a month even if the pool lacks trucks", "[engine]") {
  // A pool of four finds two in the register; 0.25 x 4 trucks a day.
  HiringScene s(town_of_rate(0.25), 4, 2);
  s.scene.release(30, 0);
  s.look(kDay);
  REQUIRE((s.local() == 2 && s.hired() == 1));
  s.turn_to_february();
  CHECK((s.local() == 2 && s.hired() == 0));
}

TEST_CASE("a truck that has gone back can be called again", "[engine]") {
  HiringScene s(town_of_rate(0.8), 3, 4);
  s.scene.release(100, 0);
  s.look(kDay);
  REQUIRE(s.local() == 4);
  s.turn_to_february();
  REQUIRE((s.local() == 3 && s.flagged() == 3));
  s.scene.release(100, 31 * kDay);
  s.look(32 * kDay);
  CHECK((s.local() == 4 && s.flagged() == 4));
}

}  // namespace hiring_test
