#include "sim/rules/rail/leg_distances.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/choice_scene.hpp"

namespace leg_distances_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

/// The distances of a scene whose roads all ask the network for 75 km.
LegDistances asked(const Draft& d) {
  return stated_distances(d.build(), [](const Chain&, const Leg&) { return Kilometres{75.0}; });
}

}  // namespace

TEST_CASE("a truck leg takes its stated kilometres, else those of the network, and 50 km/h unless it states its hours", "[rules]") {
  Scene s;
  Leg hours_only;
  hours_only.hours = Hours{4.0};
  s.d.chain("c1", s.coke, 0.5, {truck_leg(100), Leg{}, hours_only});
  const auto legs = asked(s.d).of_chain[0];
  CHECK(legs[0].km.value == 100.0);
  CHECK(legs[0].hours.value == Approx(2.0));
  CHECK(legs[1].km.value == 75.0);
  CHECK(legs[1].hours.value == Approx(1.5));
  CHECK(legs[2].km.value == 75.0);
  CHECK(legs[2].hours.value == 4.0);
}

TEST_CASE("a rail leg is as long and as slow as the sections of its line between its ends", "[rules]") {
  // 100 km at 50 km/h, the same backwards; a line of 60 km at 120 km/h behind it is another leg.
  Scene s;
  const auto beyond = s.d.node("st-3", NodeType::station);
  const auto fast = s.d.line("l2", s.far, beyond, 10, 60.0, 120.0);
  s.d.chain("c1", s.coke, 0.5, {rail_leg(s.line, s.near, s.far), rail_leg(fast, s.far, beyond)});
  s.d.chain("c2", s.coke, 0.5, {rail_leg(s.line, s.far, s.near)});
  const LegDistances d = asked(s.d);
  CHECK(d.of_chain[0][0].km.value == 100.0);
  CHECK(d.of_chain[0][0].hours.value == Approx(2.0));
  CHECK(d.of_chain[0][1].km.value == 60.0);
  CHECK(d.of_chain[0][1].hours.value == Approx(0.5));
  CHECK(d.of_chain[1][0].km.value == 100.0);
}

TEST_CASE("stated kilometres of a rail leg are run at the speed of its sections, stated hours as they are", "[rules]") {
  Scene s;
  Leg longer = rail_leg(s.line, s.near, s.far);
  longer.km = Kilometres{150.0};
  Leg slower = rail_leg(s.line, s.near, s.far);
  slower.hours = Hours{9.0};
  s.d.chain("c1", s.coke, 0.5, {longer});
  s.d.chain("c2", s.coke, 0.5, {slower});
  const LegDistances d = asked(s.d);
  CHECK(d.of_chain[0][0].hours.value == Approx(3.0));  // 2 h x 150 / 100
  CHECK(d.of_chain[1][0].km.value == 100.0);
  CHECK(d.of_chain[1][0].hours.value == 9.0);
}

TEST_CASE("a rail leg that no section connects stands on what it states", "[rules]") {
  Scene s;
  const auto elsewhere = s.d.node("st-9", NodeType::station);
  Leg outside = rail_leg(s.line, s.near, elsewhere);
  outside.km = Kilometres{700.0};
  outside.hours = Hours{20.0};
  s.d.chain("c1", s.coke, 0.5, {outside});
  const LegDistances d = asked(s.d);
  CHECK(d.of_chain[0][0].km.value == 700.0);
  CHECK(d.of_chain[0][0].hours.value == 20.0);
}

TEST_CASE("belts and pipes are nowhere unless they say so", "[rules]") {
  Scene s;
  Leg pipe = belt_leg();
  pipe.mode = Mode::pipe;
  pipe.km = Kilometres{12.0};
  pipe.hours = Hours{3.0};
  s.d.chain("c1", s.coke, 0.5, {belt_leg(), pipe});
  const auto legs = asked(s.d).of_chain[0];
  CHECK(legs[0].km.value == 0.0);
  CHECK(legs[0].hours.value == 0.0);
  CHECK(legs[1].km.value == 12.0);
  CHECK(legs[1].hours.value == 3.0);
}

}  // namespace leg_distances_test
