/// Trucks and loads meet within a radius that grows as the load waits. The mine and the plant are an hour apart; a truck that stands at the
/// plant is sent for a load at the mine half an hour of driving away at once, half an hour farther for every hour of waiting: after an
/// hour.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

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
