#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/ledger/fold.hpp"

namespace fold_test {

using namespace railshift;
using namespace railshift::ledger;

namespace {

const Month kMarch = make_month(2024, 3);
const EmissionClass kDiesel{VehicleType::heavy, {Standard::china5, Powertrain::diesel}, Fault::sound};
const EmissionClass kElectric{VehicleType::heavy, {Standard::zero_exhaust, Powertrain::electric}, Fault::sound};

/// Route 0: 10 km at 60 km/h (10,000 m in 600 s) in 140121 and 5 km outside at 45 km/h (5,000 m in 400 s), over links 3 and 1.
/// Route 1: 2 km at 36 km/h (2,000 m in 200 s), stated kilometres without links.
RouteBook two_routes() {
  RouteBook routes(2);
  routes[0].cells = {{"140121", 1, RoadClass::trunk, 10'000, 600 * kTicksPerSecond, true},
                     {"", 0, RoadClass::motorway, 5'000, 400 * kTicksPerSecond, false}};
  routes[0].links = {Id<Link>{3}, Id<Link>{1}};
  routes[1].cells = {{"140121", 0, RoadClass::local, 2'000, 200 * kTicksPerSecond, true}};
  return routes;
}

LegFacts loaded_trip(Tick end, std::uint32_t route, EmissionClass vehicle) {
  LegFacts f;
  f.end = end;
  f.flow = 4;
  f.leg = 1;
  f.vehicle = vehicle;
  f.loaded = true;
  f.route = route;
  f.wait = 1000;
  f.mass = Kilograms{30'000};
  return f;
}

LegFacts empty_trip(Tick end) {
  LegFacts f;
  f.end = end;
  f.flow = 4;
  f.vehicle = kDiesel;
  f.route = 1;
  return f;
}

/// Two loaded trips of one key over different routes in the night and the morning, one empty run, one electric trip.
std::vector<LegRecord> four_records() {
  return {pack(loaded_trip(1 * kTicksPerHour, 0, kDiesel)), pack(loaded_trip(7 * kTicksPerHour, 1, kDiesel)),
          pack(empty_trip(2 * kTicksPerHour)), pack(loaded_trip(30 * kTicksPerHour, 0, kElectric))};
}

}  // namespace

TEST_CASE("service rows add up trips, mass, distance and time of one key", "[ledger]") {
  const MonthFold fold = fold_month(kMarch, four_records(), two_routes());
  REQUIRE(fold.service.size() == 3);
  const ServiceRow& empty = fold.service[0];
  CHECK(!empty.loaded);
  CHECK(empty.leg == 0);
  CHECK(empty.trips == 1);
  CHECK(empty.metres == 2'000);
  CHECK(empty.kg_km == 0);
  const ServiceRow& diesel = fold.service[1];
  CHECK(diesel.month == kMarch);
  CHECK(diesel.flow == Id<Flow>{4});
  CHECK(diesel.leg == 1);
  CHECK(diesel.vehicle == kDiesel.index());
  CHECK(diesel.trips == 2);
  CHECK(diesel.kg == 60'000);
  CHECK(diesel.metres == 17'000);                        // 15,000 + 2,000
  CHECK(diesel.kg_km == 510'000);                        // 30,000 kg x 15 km + 30,000 kg x 2 km
  CHECK(diesel.drive_ticks == 1'200 * kTicksPerSecond);  // 1,000 s + 200 s
  CHECK(diesel.wait_ticks == 2'000);
  CHECK(fold.service[2].vehicle == kElectric.index());
  CHECK(fold.service[2].trips == 1);
}

TEST_CASE("traffic rows hold metres and ticks by place, speed and truck", "[ledger]") {
  const MonthFold fold = fold_month(kMarch, four_records(), two_routes());
  // diesel: outside motorway, county local loaded and empty, county trunk; electric: outside motorway, county trunk
  REQUIRE(fold.traffic.size() == 6);
  const TrafficRow& outside = fold.traffic[0];
  CHECK(outside.county.empty());
  CHECK(!outside.inside);
  CHECK(outside.road_class == RoadClass::motorway);
  CHECK(outside.speed_bin == 4);  // 45 km/h
  CHECK(outside.vehicle == kDiesel.index());
  CHECK(outside.metres == 5'000);
  CHECK(outside.ticks == 400 * kTicksPerSecond);
  const auto trunk = std::find_if(fold.traffic.begin(), fold.traffic.end(),
                                  [](const TrafficRow& r) { return r.road_class == RoadClass::trunk && r.vehicle == kDiesel.index(); });
  REQUIRE(trunk != fold.traffic.end());
  CHECK(trunk->county == "140121");
  CHECK(trunk->ring == 1);
  CHECK(trunk->inside);
  CHECK(trunk->speed_bin == 6);  // exactly 60 km/h belongs to 60..70
  CHECK(trunk->loaded);
  CHECK(!trunk->counted);
  std::int64_t metres = 0, service_metres = 0;
  for (const TrafficRow& r : fold.traffic) metres += r.metres;
  for (const ServiceRow& r : fold.service) service_metres += r.metres;
  CHECK(metres == service_metres);
}

TEST_CASE("the speed bin steps at whole tens of km/h", "[ledger]") {
  // 10,000 m in 600 s is 60 km/h; one second more is just below, 601 s
  auto [seconds, bin] = GENERATE(table<std::int64_t, int>({{600, 6}, {601, 5}, {599, 6}, {3600, 1}, {3601, 0}}));
  RouteBook routes(1);
  routes[0].cells = {{"140121", 0, RoadClass::trunk, 10'000, seconds * kTicksPerSecond, true}};
  const MonthFold fold = fold_month(kMarch, {pack(loaded_trip(0, 0, kDiesel))}, routes);
  REQUIRE(fold.traffic.size() == 1);
  CHECK(fold.traffic[0].speed_bin == bin);
}

TEST_CASE("a cell at the lower bound of its bin stays there when its ticks are rounded up", "[ledger]") {
  // 1,001 m at 60 km/h take 61,501.44 ticks; at 70 km/h 52,715.52, rounded up: 69.9994 km/h, which still count as 70.
  auto [ticks, bin] = GENERATE(table<Tick, int>({{61'501, 6}, {52'716, 7}, {52'737, 6}}));
  RouteBook routes(1);
  routes[0].cells = {{"140121", 0, RoadClass::trunk, 1'001, ticks, true}};
  const MonthFold fold = fold_month(kMarch, {pack(loaded_trip(0, 0, kDiesel))}, routes);
  REQUIRE(fold.traffic.size() == 1);
  CHECK(fold.traffic[0].speed_bin == bin);
}

TEST_CASE("link rows count trucks by part of the day in which the trip ended", "[ledger]") {
  const MonthFold fold = fold_month(kMarch, four_records(), two_routes());
  // links 1 and 3, each: night diesel (01:00), and 06:00 of the second day electric (30 h)
  REQUIRE(fold.links.size() == 4);
  CHECK(fold.links[0].link == Id<Link>{1});
  CHECK(fold.links[0].day_part == 0);
  CHECK(fold.links[0].access_class == kDiesel.access.index());
  CHECK(fold.links[0].vehicles == 1);
  CHECK(fold.links[1].day_part == 1);
  CHECK(fold.links[1].access_class == kElectric.access.index());
  CHECK(fold.links[2].link == Id<Link>{3});
}

TEST_CASE("a day part includes its first tick and not its last", "[ledger]") {
  auto [end, part] = GENERATE(table<Tick, int>({{0, 0},
                                                {6 * kTicksPerHour - 1, 0},
                                                {6 * kTicksPerHour, 1},
                                                {18 * kTicksPerHour - 1, 2},
                                                {18 * kTicksPerHour, 3},
                                                {24 * kTicksPerHour - 1, 3},
                                                {24 * kTicksPerHour, 0}}));
  const MonthFold fold = fold_month(kMarch, {pack(loaded_trip(end, 0, kDiesel))}, two_routes());
  REQUIRE(fold.links.size() == 2);
  CHECK(static_cast<int>(fold.links[0].day_part) == part);
}

TEST_CASE("the order of records changes no row and the records stay as they are", "[ledger]") {
  std::vector<LegRecord> records = four_records();
  const MonthFold forward = fold_month(kMarch, records, two_routes());
  CHECK(records == four_records());
  std::reverse(records.begin(), records.end());
  const MonthFold backward = fold_month(kMarch, records, two_routes());
  REQUIRE(forward.service.size() == backward.service.size());
  REQUIRE(forward.traffic.size() == backward.traffic.size());
  for (std::size_t i = 0; i < forward.service.size(); ++i) {
    CHECK(forward.service[i].vehicle == backward.service[i].vehicle);
    CHECK(forward.service[i].kg_km == backward.service[i].kg_km);
  }
  for (std::size_t i = 0; i < forward.traffic.size(); ++i) {
    CHECK(forward.traffic[i].county == backward.traffic[i].county);
    CHECK(forward.traffic[i].metres == backward.traffic[i].metres);
  }
}

TEST_CASE("no records give no rows, and a record off the route book breaks a promise", "[ledger]") {
  const MonthFold fold = fold_month(kMarch, {}, two_routes());
  CHECK(fold.service.empty());
  CHECK(fold.traffic.empty());
  CHECK(fold.links.empty());
  CHECK_THROWS_AS(fold_month(kMarch, {pack(loaded_trip(0, 2, kDiesel))}, two_routes()), BrokenPromise);
}

TEST_CASE("counted trips of a flow join its service row and keep traffic rows of their own", "[ledger]") {
  MonthFold fold = fold_month(kMarch, {pack(loaded_trip(0, 1, kDiesel))}, two_routes());
  CountedTrips counted{.route = 1,
                       .vehicle = kDiesel,
                       .owner = Owner::local,
                       .loaded = true,
                       .trips = 5,
                       .kg = 100'000,
                       .flow = 4,
                       .by_day_part = {1, 4, 0, 0}};
  add_counts(fold, kMarch, std::vector{counted}, two_routes());
  REQUIRE(fold.service.size() == 1);
  CHECK(fold.service[0].trips == 6);
  CHECK(fold.service[0].kg == 130'000);
  CHECK(fold.service[0].kg_km == 260'000);  // 130 t x 2 km
  REQUIRE(fold.traffic.size() == 2);
  CHECK(!fold.traffic[0].counted);
  CHECK(fold.traffic[0].metres == 2'000);
  CHECK(fold.traffic[1].counted);
  CHECK(fold.traffic[1].metres == 10'000);
}

TEST_CASE("through trips load links and roads but serve no flow", "[ledger]") {
  MonthFold fold = fold_month(kMarch, {pack(loaded_trip(0, 0, kDiesel))}, two_routes());
  CountedTrips through{.route = 0,
                       .vehicle = kDiesel,
                       .owner = Owner::through,
                       .loaded = true,
                       .trips = 3,
                       .kg = 0,
                       .flow = {},
                       .by_day_part = {2, 0, 0, 1}};
  add_counts(fold, kMarch, std::vector{through}, two_routes());
  CHECK(fold.service.size() == 1);
  // link 1: local at night 1, through at night 2 and in the evening 1; the same for link 3
  REQUIRE(fold.links.size() == 6);
  CHECK(fold.links[0].owner == Owner::local);
  CHECK(fold.links[1].owner == Owner::through);
  CHECK(fold.links[1].vehicles == 2);
  CHECK(static_cast<int>(fold.links[2].day_part) == 3);
  CHECK(fold.links[2].vehicles == 1);
  through.by_day_part = {2, 0, 0, 0};
  CHECK_THROWS_AS(add_counts(fold, kMarch, std::vector{through}, two_routes()), BrokenPromise);
}

}  // namespace fold_test
