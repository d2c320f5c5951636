/// Trips that nobody waits for, as monthly counts.
#include <catch2/catch.hpp>

#include "sim/engine/counted.hpp"
#include "tests/engine/haul_town.hpp"

namespace counted_test {

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::HaulTown;

namespace {

World counted_town() {
  World world = HaulTown().build();
  TruckClass counted = world.truck_classes[Id<TruckClass>{0}];
  counted.simulate = Simulate::count;
  world.truck_classes = Table<TruckClass>({counted});
  return world;
}

EmissionClass diesel(Standard standard) { return {VehicleType::heavy, {standard, Powertrain::diesel}, Fault::sound}; }

/// So many trucks of a standard in the segment of the town.
void add(Register& reg, Standard standard, int trucks) {
  RegisteredTruck t;
  t.vehicle = diesel(standard);
  for (int i = 0; i < trucks; ++i) reg.trucks.push_back(t);
}

rules::MonthPlan plan_of(std::int64_t kg) {
  rules::FlowPlan f;
  f.flow = Id<Flow>{0};
  f.planned = {kg};
  return {{f}, {}};
}

std::int64_t loaded(const std::vector<CountedTrips>& counts, Standard standard) {
  std::int64_t trips = 0;
  for (const CountedTrips& c : counts) trips += c.loaded && c.vehicle == diesel(standard) ? c.trips : 0;
  return trips;
}

struct CountScene {
  World world = counted_town();
  Register reg;
  std::vector<CountedRest> rests{{}};
  std::vector<CountedTrips> count(std::int64_t kg, Tick begin = 0) { return counted_flows(world, plan_of(kg), reg, routes, rests, begin); }
  CountedRoutes routes{7};
};

}  // namespace

TEST_CASE("whole trips are counted, what fills no truck stays for the next month", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china5, 1);
  CHECK(loaded(s.count(299'999), Standard::china5) == 9);
  CHECK(s.rests[0].kg == 29'999);
  CHECK(loaded(s.count(1), Standard::china5) == 1);
  CHECK(s.rests[0].kg == 0);
}

TEST_CASE("goods of a segment that has no truck left wait, are said to wait, and go when one comes", "[engine]") {
  CountScene s;
  CHECK(s.count(60'000, 0).empty());
  CHECK(s.count(40'000, 31 * kTicksPerDay).empty());
  const auto waiting = counted_unserved(s.world, s.rests, 59 * kTicksPerDay);
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].waits_for == Need::registered_truck);
  CHECK(waiting[0].at == s.world.segments.begin()->id);
  CHECK(waiting[0].loads == 3);  // 100 t in trucks of 30 t
  CHECK(waiting[0].kg == 100'000);
  CHECK(waiting[0].longest_hours == 59 * 24.0);
  add(s.reg, Standard::china6, 1);
  CHECK(loaded(s.count(0, 59 * kTicksPerDay), Standard::china6) == 3);
  CHECK(s.rests[0].kg == 10'000);
  CHECK(counted_unserved(s.world, s.rests, 90 * kTicksPerDay).empty());  // what fills no truck is no complaint
}

TEST_CASE("every trip out is loaded and has its empty way back", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china5, 3);
  const std::vector<CountedTrips> counts = s.count(10 * 30'000);
  REQUIRE(counts.size() == 2);
  CHECK((!counts[0].loaded && counts[0].trips == 10 && counts[0].kg == 0 && counts[0].route == 7));
  CHECK((counts[1].loaded && counts[1].trips == 10 && counts[1].kg == 300'000 && counts[1].flow == 0U));
}

TEST_CASE("trips are spread over the classes by their trucks, remainders to the largest", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china4, 1);
  add(s.reg, Standard::china5, 2);
  add(s.reg, Standard::china6, 4);
  // 10 trips by 1 : 2 : 4 are 1.43, 2.86 and 5.71: the last trips go to 2.86, then to 5.71.
  const std::vector<CountedTrips> counts = s.count(10 * 30'000);
  CHECK(loaded(counts, Standard::china4) == 1);
  CHECK(loaded(counts, Standard::china5) == 3);
  CHECK(loaded(counts, Standard::china6) == 6);
}

TEST_CASE("trucks that are gone or of another segment carry none", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china4, 1);
  add(s.reg, Standard::china5, 1);
  add(s.reg, Standard::china6, 1);
  s.reg.trucks[0].present = false;
  s.reg.trucks[1].segment = Id<Segment>{1};
  const std::vector<CountedTrips> counts = s.count(30'000);
  CHECK(loaded(counts, Standard::china6) == 1);
  CHECK(counts.size() == 2);
}

TEST_CASE("day parts share the trips, the day first", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china5, 1);
  CHECK(s.count(6 * 30'000).at(0).by_day_part == std::array<std::int64_t, 4>{1, 2, 2, 1});
}

TEST_CASE("a flow of individual trucks is not counted", "[engine]") {
  CountScene s;
  s.world = HaulTown().build();
  add(s.reg, Standard::china5, 1);
  CHECK(s.count(300'000).empty());
}

TEST_CASE("counted goods without an open road wait for it", "[engine]") {
  CountScene s;
  add(s.reg, Standard::china5, 1);
  s.routes = {std::nullopt};
  CHECK(s.count(90'000, kTicksPerDay).empty());
  const auto waiting = counted_unserved(s.world, s.rests, 3 * kTicksPerDay);
  REQUIRE(waiting.size() == 1);
  CHECK((waiting[0].waits_for == Need::road && waiting[0].at == "mine" && waiting[0].loads == 3));
  CHECK(waiting[0].longest_hours == Approx(48.0));
  s.routes = {7};
  CHECK(loaded(s.count(0), Standard::china5) == 3);
}

}  // namespace counted_test
