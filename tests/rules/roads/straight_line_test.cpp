/// Lengths that cannot be: shorter than 0.8 of the straight line.
#include "sim/rules/roads/straight_line.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/road_fixture.hpp"

namespace straight_line_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

TEST_CASE("one degree on the equator is 111.19 km", "[rules]") {
  // 6371 km x pi / 180
  CHECK(straight_line({0.0, 0.0}, {1.0, 0.0}).value == Approx(111.1949));
  CHECK(straight_line({0.0, 0.0}, {0.0, 1.0}).value == Approx(111.1949));
}

TEST_CASE("a length is too short below 0.8 of the line, if the ends are more than 2 km apart", "[rules]") {
  CHECK(too_short(Kilometres{7.99}, Kilometres{10.0}));
  CHECK_FALSE(too_short(Kilometres{8.0}, Kilometres{10.0}));
  CHECK(too_short(Kilometres{0.0}, Kilometres{2.01}));
  CHECK_FALSE(too_short(Kilometres{0.0}, Kilometres{2.0}));
}

TEST_CASE("the line of a leg runs from site to site, or to the station where it ends", "[rules]") {
  World w = road_world();
  Flow flow;
  flow.id = "flow";
  flow.origin = site(w, "plant");     // at c, 0.2 degrees
  flow.destination = site(w, "e-1");  // at 0.0
  w.flows = Table<Flow>({flow});
  Chain chain;
  chain.id = "chain";
  chain.legs = {Leg{}, Leg{}};
  chain.legs[0].to_node = node(w, "x");  // 0.1
  w.chains = Table<Chain>({chain});
  CHECK(straight_line_of_leg(w, *w.chains.begin(), 0).value == Approx(11.11949));
  chain.legs.pop_back();
  chain.legs[0].to_node.reset();
  w.chains = Table<Chain>({chain});
  CHECK(straight_line_of_leg(w, *w.chains.begin(), 0).value == Approx(22.23899));
}

}  // namespace straight_line_test
