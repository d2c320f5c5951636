/// Trucks and loads meet within a radius that grows as the load waits. The mine and the plant are an hour apart; a truck that stands at the
/// plant is sent for a load at the mine half an hour of driving away at once, half an hour farther for every hour of waiting: after an
/// hour.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace growing_reach_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

using Ticks = std::vector<Tick>;

HaulTown town() {
  HaulTown town;
  town.pool.dispatch = Dispatch::growing_reach;
  town.pool.reach_start = Hours{0.5};
  town.pool.reach_growth = 0.5;
  return town;
}

/// Coal from the mine (leg 0), ash from the plant back to it (leg 1).
HaulTown both_ways() {
  HaulTown both = town();
  both.has_second_flow = true;
  both.second_flow_returns = true;
  return both;
}
constexpr LegIndex kAsh = 1;

/// Time of the month that trucks drove empty.
Tick empty_time(HaulScene& scene) {
  const ledger::Ledger month = scene.end_month();
  return HaulScene::row(month, Owner::local).empty_ticks;
}

/// One tick after its wait has grown enough.
constexpr Tick kInReach = kHour + 1;

}  // namespace

TEST_CASE("an idle truck an hour away is sent when the load has waited an hour, not before", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(1, 3 * kHour);
  scene.run_to(3 * kHour + kInReach);
  CHECK(scene.fleet->waiting().count(0) == 1);
  scene.run_to(3 * kHour + kInReach + 1);
  CHECK(scene.fleet->waiting().count(0) == 0);
  scene.run_to(kDay);
  // Empty an hour, loaded half an hour, driven an hour, unloaded half an hour.
  CHECK(scene.delivered == Ticks{3 * kHour + kInReach + 3 * kHour});
}

TEST_CASE("an idle truck at the origin is sent at once", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 3 * kHour);
  scene.run_to(kDay);
  CHECK(scene.delivered == Ticks{5 * kHour});
}

TEST_CASE("a truck that becomes idle takes the load when it comes into its reach, if nobody was there before", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kMine);
  scene.begin_month();
  // The second load waits for the only truck, which is back at the plant at 2 h: by then the load has been in reach for an hour.
  scene.release(2, 0);
  scene.run_to(kDay);
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour});
}

TEST_CASE("a truck that unloads while the load is still out of its reach stays until it comes into it", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kMine);
  scene.begin_month();
  scene.release(1, 0);
  scene.run_to(90 * kMinute);
  scene.release(1, 90 * kMinute);  // the truck is idle at the plant at 2 h, the load in its reach at 2.5 h
  scene.run_to(kDay);
  CHECK(scene.delivered == Ticks{2 * kHour, 90 * kMinute + kInReach + 3 * kHour});
}

TEST_CASE("of several idle trucks the first in reach is sent, the others stay", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kPlant);
  scene.truck(kPlant);
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(kDay);
  // Two at once; the third waits for whoever is back first, at 4 h, and is in reach by then.
  const Tick first = kInReach + 3 * kHour;
  CHECK(scene.delivered == Ticks{first, first, first + 3 * kHour});
}

TEST_CASE("loads that wait over the end of a month come into reach as if there were none", "[engine]") {
  HaulScene scene{town()};
  scene.truck(kPlant);
  scene.begin_month();
  const Tick late = 31 * kDay - 30 * kMinute;
  scene.run_to(late);
  scene.release(1, late);
  (void)scene.end_month();
  scene.begin_month(make_month(2020, 2));
  scene.run_to(32 * kDay);
  CHECK(scene.delivered == Ticks{late + kInReach + 3 * kHour});
}

TEST_CASE("goods both ways: a free truck leaves an older load an hour away for a younger one where it stands", "[engine]") {
  // The truck brings coal to the plant by 2 h. The coal of 1:20 is an hour away and has waited 40 minutes: its reach is 0.5 + 0.5 x 0.67 =
  // 0.83 h. The ash of 1:50 stands at the plant: it goes first, 2:00 to 4:00, and brings the truck to the coal: 4:00 to 6:00. No empty km.
  HaulTown both = both_ways();
  const auto empty_of = [](const HaulTown& of, const Ticks& delivered) {
    HaulScene scene(of);
    scene.truck(kMine);
    scene.begin_month();
    scene.release(1, 0);
    scene.run_to(80 * kMinute);
    scene.release(1, 80 * kMinute);
    scene.run_to(110 * kMinute);
    scene.release(1, 110 * kMinute, kAsh);
    const Tick empty = empty_time(scene);
    CHECK(scene.delivered == delivered);
    return empty;
  };
  CHECK(empty_of(both, {2 * kHour, 4 * kHour, 6 * kHour}) == 0);
  // The longest waiting would be fetched: an hour empty, coal 3:00 to 5:00, ash 5:00 to 7:00.
  both.pool.dispatch = Dispatch::longest_waiting;
  both.pool.reach_start.reset();
  both.pool.reach_growth.reset();
  CHECK(empty_of(both, {2 * kHour, 5 * kHour, 7 * kHour}) == kHour);
}

TEST_CASE("goods both ways: of two loads in reach the wait is worth an empty run when its half exceeds it", "[engine]") {
  // Three loads of coal at 0. The first is at the plant by 2 h; the second is fetched (an hour empty, in reach: 1 <= 0.5 + 0.5 x 2): 5 h.
  // The third is an hour away and has waited 5 h then: 1 - 0.5 x 5 = -1.5. Ash that came at 2 h and two ticks has waited two ticks less
  // than 3 h: 0 - 0.5 x 3 = -1.5 and a little more, so the coal is fetched: 8 h, then the ash: 10 h.
  HaulScene scene(both_ways());
  scene.truck(kMine);
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(2 * kHour + 2);
  scene.release(1, 2 * kHour + 2, kAsh);
  CHECK(empty_time(scene) == 2 * kHour);
  CHECK(scene.delivered == Ticks{2 * kHour, 5 * kHour, 8 * kHour, 10 * kHour});
}

TEST_CASE("goods both ways: a load that has waited long enough where the truck stands goes before the one that must be fetched",
          "[engine]") {
  // As before, but the ash came at 1:30, before the truck was free at 2 h: 0 - 0.5 x 0.5 = -0.25 against 1 - 0.5 x 2 = 0 of the coal. It
  // goes first, 4 h, and the truck is back at the mine without an empty run; coal 6 h; the last coal is fetched: 9 h.
  HaulScene scene(both_ways());
  scene.truck(kMine);
  scene.begin_month();
  scene.release(3, 0);
  scene.run_to(90 * kMinute);
  scene.release(1, 90 * kMinute, kAsh);
  CHECK(empty_time(scene) == kHour);
  CHECK(scene.delivered == Ticks{2 * kHour, 4 * kHour, 6 * kHour, 9 * kHour});
}

}  // namespace growing_reach_test
