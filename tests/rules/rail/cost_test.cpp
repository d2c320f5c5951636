#include <catch2/catch.hpp>

#include "tests/rules/choice_scene.hpp"

namespace cost_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

TEST_CASE("the generalised cost adds haul, charges and the value of time with published delays", "[rules]") {
  Scene s;
  const auto road = s.road("c1", s.coke, 0.4);
  const auto siding = s.by_siding("c2", s.coke, 0.4);
  const auto yard = s.by_yard("c3", s.coke, 0.2);
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  CHECK(b.cost(road, book) == Approx(kRoad));
  CHECK(b.cost(siding, book) == Approx(kSiding));
  CHECK(b.cost(yard, book) == Approx(kYard));
  book.siding_delay_h[s.fence.index] = 4.0;  // 20 h less: 10 yuan less
  book.line_delay_h[s.line.index] = 6.0;     // 3 yuan more, once a movement
  CHECK(b.cost(siding, book) == Approx(kSiding - 10.0 + 3.0));
  CHECK(b.cost(yard, book) == Approx(kYard + 3.0));
  book.road_rate_factor["semi"] = 1.1;  // a tenth of the road haul: 11.8, and 0.96 of the drayage
  CHECK(b.cost(road, book) == Approx(kRoad + 11.8));
  CHECK(b.cost(yard, book) == Approx(kYard + 3.0 + 0.96));
}

TEST_CASE("road rates change at the distance of their band, taken over the whole haul", "[rules]") {
  // 49.9 km: 6 + 22.455. 50 km in two truck legs: 10 + 18. Hours at 50 km/h and 0.5 yuan.
  Scene s;
  const auto below = s.d.chain("c1", s.coke, 0.5, {truck_leg(49.9)});
  const auto at = s.d.chain("c2", s.coke, 0.5, {truck_leg(20), truck_leg(30)});
  const Built b(s.d);
  CHECK(b.cost(below, empty_book(b.world)) == Approx(6.0 + 0.45 * 49.9 + 0.5 * 49.9 / 50.0));
  CHECK(b.cost(at, empty_book(b.world)) == Approx(28.0 + 0.5));
}

TEST_CASE("a train over two lines pays the base price once and waits for each line once", "[rules]") {
  // 16 + 0.14 x 200 = 44, 4 h + 24 h at 0.5 = 14: 58.
  Scene s;
  const auto beyond = s.d.node("st-3", NodeType::station);
  const auto second = s.d.line("l2", s.far, beyond, 10);
  const auto two = s.d.chain("c1", s.coke, 1.0, {rail_leg(s.line, s.near, s.far, s.fence), rail_leg(second, s.far, beyond)});
  const Built b(s.d);
  CHECK(b.cost(two, empty_book(b.world)) == Approx(58.0));
}

TEST_CASE("a line that a train leaves and meets again is waited for once", "[rules]") {
  // Two legs of 100 km on one line: 16 + 0.14 x 200 = 44, 4 h + 24 h + 6 h at 0.5 = 17: 61.
  Scene s;
  const auto there_and_back = s.d.chain("c1", s.coke, 1.0, {rail_leg(s.line, s.near, s.far, s.fence), rail_leg(s.line, s.far, s.near)});
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  book.line_delay_h[s.line.index] = 6.0;
  CHECK(b.cost(there_and_back, book) == Approx(61.0));
}

TEST_CASE("a belt costs its charges alone", "[rules]") {
  Scene s;
  const auto belt = s.d.chain("c1", s.coke, 1.0, {belt_leg(2.5)});
  const Built b(s.d);
  CHECK(b.cost(belt, empty_book(b.world)) == Approx(2.5));
}

TEST_CASE("a duty's price falls on bulk goods on truck-only chains of the bound firm, and on nothing else", "[rules]") {
  const auto [dangerous, bulk, extra] = GENERATE(table<bool, bool, double>({{false, true, 20.0}, {true, true, 0.0}, {false, false, 0.0}}));
  Scene s;
  const auto road = s.road("c1", s.coke, 0.4);
  const auto siding = s.by_siding("c2", s.coke, 0.4);
  const auto yard = s.by_yard("c3", s.coke, 0.2);
  s.d.edit(s.d.coke).dangerous = dangerous;
  s.d.edit(s.d.coke).bulk = bulk;
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  book.duty_price[b.world.sites[s.works].firm.index] = YuanPerTonne{20.0};
  book.duty_price[b.world.sites[s.outside].firm.index] = YuanPerTonne{100.0};  // an outside gate is nobody's duty
  CHECK(b.cost(road, book) == Approx(kRoad + extra));
  CHECK(b.cost(siding, book) == Approx(kSiding));
  CHECK(b.cost(yard, book) == Approx(kYard));
}

TEST_CASE("stated hours and kilometres win, sections and truck speed fill what is absent", "[rules]") {
  Scene s;
  Leg stated = truck_leg(100);
  stated.hours = Hours{7.0};
  Leg longer = rail_leg(s.line, s.near, s.far, s.fence);
  longer.km = Kilometres{150.0};
  Leg network;  // a truck leg without kilometres
  s.d.chain("c1", s.coke, 0.5, {stated});
  s.d.chain("c2", s.coke, 0.3, {longer});
  s.d.chain("c3", s.coke, 0.2, {network});
  const World w = s.d.build();
  const LegDistances d = stated_distances(w, [](const Chain&, const Leg&) { return Kilometres{75.0}; });
  CHECK(d.of_chain[0][0].hours == Hours{7.0});
  CHECK(d.of_chain[1][0].km == Kilometres{150.0});
  CHECK(d.of_chain[1][0].hours.value == Approx(3.0));  // the sections' 50 km/h
  CHECK(d.of_chain[2][0].km == Kilometres{75.0});
  CHECK(d.of_chain[2][0].hours.value == Approx(1.5));
}

TEST_CASE("a delay that is asked for counts once a rail chain, however many sidings and lines it has, and not by road", "[rules]") {
  // 24 h at 0.5 = 12 yuan. From siding to siding over two lines: 58 as above, and 12 more for the second siding's own delay of 24 h.
  Scene s;
  const auto beyond = s.d.node("st-3", NodeType::station);
  const auto second = s.d.line("l2", s.far, beyond, 10);
  const auto there = s.d.siding("k3-there", s.outside, beyond, 10'000);
  const auto road = s.road("c1", s.coke, 0.3);
  const auto siding = s.by_siding("c2", s.coke, 0.3);
  const auto yard = s.by_yard("c3", s.coke, 0.2);
  const auto both = s.d.chain("c4", s.coke, 0.2, {rail_leg(s.line, s.near, s.far, s.fence), rail_leg(second, s.far, beyond, there)});
  s.d.set("rail.added_delay", 24.0);
  const Built b(s.d);
  CHECK(b.cost(road, empty_book(b.world)) == Approx(kRoad));
  CHECK(b.cost(siding, empty_book(b.world)) == Approx(kSiding + 12.0));
  CHECK(b.cost(yard, empty_book(b.world)) == Approx(kYard + 12.0));
  CHECK(b.cost(both, empty_book(b.world)) == Approx(58.0 + 12.0 + 12.0));
}

TEST_CASE("what is paid for a tonne is haul and charges by the mode of the legs, and no time", "[rules]") {
  // Road 118. Siding 16 + 0.14 x 100 = 30. Yard: truck 9.6 + 5, rail 30. Belt 2.5.
  Scene s;
  const auto road = s.road("c1", s.coke, 0.4);
  const auto siding = s.by_siding("c2", s.coke, 0.3);
  const auto yard = s.by_yard("c3", s.coke, 0.2);
  const auto belt = s.d.chain("c4", s.coke, 0.1, {belt_leg(2.5)});
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  const auto paid = [&](Id<Chain> chain) { return freight_price(b.world, b.distances, b.world.chains[chain], book, kJanuary); };
  const auto check = [&] {
    CHECK(paid(road).truck.value == Approx(118.0));
    CHECK(paid(road).total().value == Approx(118.0));
    CHECK(paid(siding).total().value == Approx(30.0));
    CHECK(paid(siding).rail.value == Approx(30.0));
    CHECK(paid(yard).truck.value == Approx(14.6));
    CHECK(paid(yard).rail.value == Approx(30.0));
    CHECK(paid(belt).belt.value == Approx(2.5));
    CHECK(paid(belt).total().value == Approx(2.5));
    CHECK(paid(road).hire_premium.value == 0.0);
  };
  check();
  // Delays and duties weigh in the choice and are paid to nobody.
  book.siding_delay_h[s.fence.index] = 400.0;
  book.line_delay_h[s.line.index] = 60.0;
  book.duty_price[b.world.sites[s.works].firm.index] = YuanPerTonne{20.0};
  check();
}

TEST_CASE("scarcity of trucks is paid on road hauls, not on charges, and is known apart", "[rules]") {
  // A tenth of 118, and of 9.6 of the drayage; at half the price of the road half of each.
  Scene s;
  const auto road = s.road("c1", s.coke, 0.6);
  const auto yard = s.by_yard("c3", s.coke, 0.4);
  const auto [factor, part] = GENERATE(table<double, double>({{1.0, 1.0}, {0.5, 0.5}}));
  s.d.set("road.price_factor", factor);
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  book.road_rate_factor["semi"] = 1.1;
  const auto paid = [&](Id<Chain> chain) { return freight_price(b.world, b.distances, b.world.chains[chain], book, kJanuary); };
  CHECK(paid(road).truck.value == Approx(129.8 * part));
  CHECK(paid(road).hire_premium.value == Approx(11.8 * part));
  CHECK(paid(yard).truck.value == Approx(10.56 * part + 5.0));
  CHECK(paid(yard).hire_premium.value == Approx(0.96 * part));
}

TEST_CASE("what is paid is the generalised cost without its hours and duty", "[rules]") {
  // Road 6 h at 0.5 = 3; siding 2 h + 24 h at 0.5 = 13.
  Scene s;
  const auto road = s.road("c1", s.coke, 0.5);
  const auto siding = s.by_siding("c2", s.coke, 0.5);
  const Built b(s.d);
  const MonthBook book = empty_book(b.world);
  const auto paid = [&](Id<Chain> chain) {
    return freight_price(b.world, b.distances, b.world.chains[chain], book, kJanuary).total().value;
  };
  CHECK(b.cost(road, book) - paid(road) == Approx(3.0));
  CHECK(b.cost(siding, book) - paid(siding) == Approx(13.0));
}

}  // namespace cost_test
