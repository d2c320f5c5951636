#include "sim/rules/rail/chain_service.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/rules/plan_world.hpp"

namespace chain_service_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::belt_leg;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Date kStart = make_date(2020, 1, 1);

/// mine -- station sa == line == station sb -- plant, and the world outside behind station sc on a second line.
struct Scene {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> plant = d.site("b-plant", SiteKind::coking_works);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Id<Node> sa = d.node("sa", NodeType::station);
  Id<Node> sb = d.node("sb", NodeType::station);
  Id<Node> sc = d.node("sc", NodeType::station);
  Id<Line> inner = d.line("l1", sa, sb, 10);
  Id<Line> outer = d.line("l2", sb, sc, 10);
  Id<Siding> at_mine = d.siding("k1-mine", mine, sa, 10'000);
  Id<Siding> at_plant = d.siding("k2-plant", plant, sb, 10'000);
  Id<Siding> yard = d.siding("k3-yard", std::nullopt, sb, 10'000, SidingEnd::yard);
  Id<Flow> coal = d.flow("f1", d.coal, mine, plant, FlowRule::fixed, {{kStart, 1.0}});
  Id<Flow> coke = d.flow("f2", d.coke, plant, outside, FlowRule::fixed, {{kStart, 1.0}});
  Id<Flow> ore = d.flow("f3", d.coke, outside, plant, FlowRule::fixed, {{kStart, 1.0}});
};

}  // namespace

TEST_CASE("a siding serves from its own date, or from an earlier measure, never before the measure's from", "[rules]") {
  const Date own = make_date(2022, 1, 1);
  Scene s;
  s.d.edit(s.at_mine).in_service = own;
  s.d.edit(s.at_plant).in_service = std::nullopt;
  s.d.edit(s.yard).in_service = own;
  s.d.measure("m1", make_date(2020, 6, 1), SidingOpens{s.at_mine, make_date(2020, 1, 1), make_date(2021, 7, 1)});
  s.d.measure("m2", make_date(2021, 6, 1), SidingOpens{s.at_plant, make_date(2020, 1, 1), make_date(2021, 2, 1)});
  s.d.measure("m3", make_date(2020, 6, 1), SidingOpens{s.yard, make_date(2020, 1, 1), make_date(2022, 7, 1)});
  const World w = s.d.build();
  CHECK(siding_in_service(w, s.at_mine) == make_date(2021, 7, 1));   // the measure is earlier than the siding's own date
  CHECK(siding_in_service(w, s.at_plant) == make_date(2021, 6, 1));  // its own date is absent, and nothing moves before `from`
  CHECK(siding_in_service(w, s.yard) == own);                        // a later measure delays nothing
}

TEST_CASE("a siding without any date never serves", "[rules]") {
  Scene s;
  s.d.edit(s.at_mine).in_service = std::nullopt;
  CHECK_FALSE(siding_in_service(s.d.build(), s.at_mine).has_value());
}

TEST_CASE("one rail leg names its loading siding and the unloading one is found at the destination", "[rules]") {
  Scene s;
  const auto id = s.d.chain("c1", s.coal, 1.0, {rail_leg(s.inner, s.sa, s.sb, s.at_mine)});
  const World w = s.d.build();
  CHECK(loading_siding(w, w.chains[id]) == s.at_mine);
  CHECK(unloading_siding(w, w.chains[id]) == s.at_plant);
}

TEST_CASE("one rail leg names its unloading siding and the loading one is found at the origin, unless trucks bring the goods", "[rules]") {
  Scene s;
  const auto by_rail = s.d.chain("c1", s.coal, 0.5, {rail_leg(s.inner, s.sa, s.sb, s.at_plant)});
  const auto trucked = s.d.chain("c2", s.coal, 0.5, {truck_leg(8), rail_leg(s.inner, s.sa, s.sb, s.at_plant)});
  const World w = s.d.build();
  CHECK(loading_siding(w, w.chains[by_rail]) == s.at_mine);
  CHECK(unloading_siding(w, w.chains[by_rail]) == s.at_plant);
  CHECK_FALSE(loading_siding(w, w.chains[trucked]).has_value());
}

TEST_CASE("one rail leg from outside names the siding where it is unloaded", "[rules]") {
  Scene s;
  const auto id = s.d.chain("c1", s.ore, 1.0, {rail_leg(s.outer, s.sc, s.sb, s.at_plant)});
  const World w = s.d.build();
  CHECK_FALSE(loading_siding(w, w.chains[id]).has_value());
  CHECK(unloading_siding(w, w.chains[id]) == s.at_plant);
}

TEST_CASE("a yard at the end of a rail leg unloads even if the plant has a siding at the same station", "[rules]") {
  Scene s;
  const auto id = s.d.chain("c1", s.ore, 1.0, {rail_leg(s.outer, s.sc, s.sb, s.yard), truck_leg(8)});
  const World w = s.d.build();
  CHECK_FALSE(loading_siding(w, w.chains[id]).has_value());
  CHECK(unloading_siding(w, w.chains[id]) == s.yard);
}

TEST_CASE("a movement over two lines loads at the first leg's siding and unloads at the last one's", "[rules]") {
  Scene s;
  const auto id = s.d.chain("c1", s.coal, 1.0, {rail_leg(s.outer, s.sb, s.sc, s.yard), rail_leg(s.inner, s.sa, s.sb, s.at_plant)});
  const World w = s.d.build();
  CHECK(loading_siding(w, w.chains[id]) == s.yard);
  CHECK(unloading_siding(w, w.chains[id]) == s.at_plant);
}

TEST_CASE("a chain is open in a month only if its sidings serve on the first day", "[rules]") {
  const auto [in_service, open] = GENERATE(table<Date, bool>({{make_date(2021, 3, 1), true}, {make_date(2021, 3, 2), false}}));
  Scene s;
  s.d.edit(s.at_plant).in_service = in_service;  // found at the destination, not named on the leg
  const auto rail = s.d.chain("c1", s.coal, 0.5, {rail_leg(s.inner, s.sa, s.sb, s.at_mine)});
  const auto road = s.d.chain("c2", s.coal, 0.5, {truck_leg(100)});
  const World w = s.d.build();
  CHECK(chain_open(w, w.chains[rail], make_month(2021, 3)) == open);
  CHECK(chain_open(w, w.chains[rail], make_month(2021, 4)));
  CHECK(chain_open(w, w.chains[road], make_month(2021, 3)));
}

TEST_CASE("a chain is open while both its sites are open on some day of the month", "[rules]") {
  Scene s;
  s.d.edit(s.plant).opens = make_date(2020, 3, 31);
  s.d.edit(s.mine).closes = make_date(2021, 5, 2);
  const auto road = s.d.chain("c1", s.coal, 1.0, {truck_leg(100)});
  const World w = s.d.build();
  CHECK_FALSE(chain_open(w, w.chains[road], make_month(2020, 2)));
  CHECK(chain_open(w, w.chains[road], make_month(2020, 3)));
  CHECK(chain_open(w, w.chains[road], make_month(2021, 5)));
  CHECK_FALSE(chain_open(w, w.chains[road], make_month(2021, 6)));
}

TEST_CASE("the gate mode is rail where rails reach the fence and truck where a truck passes the gate", "[rules]") {
  Scene s;
  const auto fence = s.d.chain("c1", s.coke, 0.2, {rail_leg(s.outer, s.sb, s.sc, s.at_plant)});
  const auto yard = s.d.chain("c2", s.coke, 0.2, {truck_leg(8), rail_leg(s.outer, s.sb, s.sc, s.yard)});
  const auto inside_fence = s.d.chain("c3", s.coke, 0.2, {truck_leg(1), rail_leg(s.outer, s.sb, s.sc, s.at_plant)});
  const auto neighbour = s.d.chain("c4", s.coke, 0.2, {truck_leg(8), rail_leg(s.outer, s.sb, s.sc, s.at_mine)});
  const auto belt = s.d.chain("c5", s.coke, 0.1, {belt_leg()});
  const auto road = s.d.chain("c6", s.coke, 0.1, {truck_leg(300)});
  const auto yard_without_leg = s.d.chain("c7", s.coke, 0.0, {rail_leg(s.outer, s.sb, s.sc, s.yard)});
  const World w = s.d.build();
  const auto at_origin = [&](Id<Chain> id) { return gate_mode(w, w.chains[id], true); };
  CHECK(at_origin(fence) == Mode::rail);
  CHECK(at_origin(yard) == Mode::truck);
  CHECK(at_origin(inside_fence) == Mode::rail);
  CHECK(at_origin(neighbour) == Mode::truck);
  CHECK(at_origin(belt) == Mode::belt);
  CHECK(at_origin(road) == Mode::truck);
  CHECK(at_origin(yard_without_leg) == Mode::truck);
  CHECK(gate_mode(w, w.chains[yard], false) == Mode::rail);  // rails go on beyond the study area
  CHECK(chain_class(w, w.chains[fence]) == ChainClass::rail_siding);
  CHECK(chain_class(w, w.chains[yard]) == ChainClass::rail_yard);
  CHECK(chain_class(w, w.chains[neighbour]) == ChainClass::rail_yard);
  CHECK(chain_class(w, w.chains[belt]) == ChainClass::belt_pipe);
  CHECK(chain_class(w, w.chains[road]) == ChainClass::road);
}

TEST_CASE("sections are passed in order of travel, backwards where the train runs against the section", "[rules]") {
  Scene s;
  const auto there = s.d.chain("c1", s.coal, 0.5, {rail_leg(s.inner, s.sa, s.sb, s.at_mine), rail_leg(s.outer, s.sb, s.sc)});
  const auto back = s.d.chain("c2", s.ore, 0.5, {rail_leg(s.outer, s.sc, s.sb, s.at_plant)});
  const auto off_line = s.d.chain("c3", s.ore, 0.0, {rail_leg(s.inner, s.sc, s.sb, s.at_plant)});
  const World w = s.d.build();
  const auto out = sections_of(w, w.chains[there]);
  REQUIRE(out.size() == 2);
  CHECK(out[0].section == 0);
  CHECK(out[0].forward);
  CHECK(out[1].section == 1);
  CHECK(out[1].forward);
  const auto in = sections_of(w, w.chains[back]);
  REQUIRE(in.size() == 1);
  CHECK(in[0].section == 1);
  CHECK_FALSE(in[0].forward);
  CHECK(sections_of(w, w.chains[off_line]).empty());
}

TEST_CASE("places that a leg leaves out are the end of the leg before, and at the end the destination", "[rules]") {
  Scene s;
  const auto id = s.d.chain("c1", s.coke, 1.0, {truck_leg(8), rail_leg(s.outer, s.sb, s.sc, s.yard), truck_leg(5)});
  const World w = s.d.build();
  const auto ends = leg_ends(w, w.chains[id]);
  REQUIRE(ends.size() == 3);
  CHECK(ends[0].from == w.sites[s.plant].node);
  CHECK(ends[0].to == s.sb);
  CHECK(ends[2].from == s.sc);
  CHECK(ends[2].to == w.sites[s.outside].node);
}

}  // namespace chain_service_test
