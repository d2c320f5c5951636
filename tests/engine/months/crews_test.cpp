/// Who joins a pool of the twin and who goes, worked by hand: a mine and a plant an hour apart, half an hour at both ends.
#include <catch2/catch.hpp>

#include "sim/engine/months/pool_month.hpp"
#include "tests/engine/haul_town.hpp"

namespace crews_test {

using namespace railshift;
using namespace railshift::engine;
using namespace railshift::testing;

namespace {

const Month kJanuary = make_month(2020, 1);
constexpr double kHours = 744.0;

HaulTown town_of(double join_rate) {
  HaulTown town;
  town.pool.trucks.reset();
  town.join_rate = join_rate;
  return town;
}

/// A pool sized at two trucks, five in the register. A load takes 3 h: an hour empty, an hour loaded, half an hour at each
/// end.
struct CrewScene {
  HaulScene scene;
  Register reg = trucks_of(5);
  Crews crews;
  PoolMonths months;
  SiteWaits waits;
  explicit CrewScene(double join_rate)
      : scene(town_of(join_rate)),
        crews(scene.world, 1, {2}, scene.book.legs, reg),
        months(scene.world, scene.book, crews),
        waits(scene.world, scene.book) {}

  PoolMonth plan(double loads) {
    waits.expect({loads}, kHours);
    return months.plan(0, {kJanuary, kHours, {loads}}, waits, scene.roads.empty_runs());
  }
};

}  // namespace

TEST_CASE("a pool whose trucks have hours for all work calls nobody", "[months]") {
  CrewScene s(0.02);
  // 400 loads of 3 h: 1,200 of the 1,488 hours of two trucks
  const PoolMonth plan = s.plan(400.0);
  CHECK(plan.cycle_h[0] == Approx(3.0));
  CHECK(s.crews.trucks(0) == 2);
  CHECK(plan.served.at(s.scene.book.legs[0].at_gates.bits) == 1.0);
  // 288 hours are left: of a month of 744 h they are 0.387 trucks
  CHECK(plan.idle.at(0) == Approx(288.0 / 744.0).margin(0.001));
}

TEST_CASE("trucks of the register join until their hours cover the work, then outside ones", "[months]") {
  CrewScene one(0.02);
  (void)one.plan(700.0);  // 2,100 h are the work of 2.8 trucks
  CHECK(one.crews.trucks(0) == 3);
  CrewScene many(0.02);
  const PoolMonth plan = many.plan(1700.0);  // 5,100 h: 6.9 trucks, of which the register has five
  REQUIRE(plan.kinds.size() == 2);
  CHECK((plan.kinds[0].owner == Owner::local && plan.kinds[0].trucks == 5));
  CHECK((plan.kinds[1].owner == Owner::hired && plan.kinds[1].trucks == 2));
}

TEST_CASE("where none may join, as much waits as there are no hours for", "[months]") {
  CrewScene s(0.0);
  const PoolMonth plan = s.plan(700.0);
  CHECK(s.crews.trucks(0) == 2);
  CHECK(plan.served.at(s.scene.book.legs[0].at_gates.bits) == Approx(1488.0 / 2100.0));
}

TEST_CASE("of those that stand idle outside trucks go home, and others as many as the pool has over its size", "[months]") {
  CrewScene s(0.02);
  (void)s.plan(1700.0);  // five local ones and two outside ones
  s.crews.dismiss(0, {2.6, 1.2});
  const std::vector<CrewKind> left = s.crews.kinds(0);
  REQUIRE(left.size() == 2);
  CHECK(left[0].trucks == 2);  // three of five stand idle, and the pool has four over its size without the outside one that went
  CHECK(left[1].trucks == 1);
  s.crews.dismiss(0, {2.0, 0.4});
  CHECK(s.crews.trucks(0) == 2);  // one over its size: one goes though two stand idle
}

}  // namespace crews_test
