/// Ways that truck legs state: there and back, whatever the network says, and which holds where legs differ.
#include "sim/rules/roads/stated_ways.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/road_fixture.hpp"

namespace stated_ways_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

Leg stated_leg(double km, std::optional<double> hours = {}) {
  Leg leg;
  leg.seq = 1;
  leg.km = Kilometres{km};
  if (hours) leg.hours = Hours{*hours};
  return leg;
}

/// One more flow with one chain of one leg.
void add_flow(World& w, const std::string& from, const std::string& to, const Leg& leg) {
  std::vector<Flow> flows(w.flows.begin(), w.flows.end());
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  Flow flow;
  flow.id = "flow-" + std::to_string(flows.size());
  flow.origin = site(w, from);
  flow.destination = site(w, to);
  Chain chain;
  chain.id = "chain-" + std::to_string(flows.size());
  chain.flow = Id<Flow>{static_cast<std::uint32_t>(flows.size())};
  chain.legs = {leg};
  flows.push_back(flow);
  chains.push_back(chain);
  w.flows = Table<Flow>(flows);
  w.chains = Table<Chain>(chains);
}

Route run(const World& w, const std::string& from, const std::string& to) {
  return *RoadMap(w, regime_on(w, w.settings.start)).empty_run(site(w, from), site(w, to));
}

}  // namespace

TEST_CASE("a leg that states 6 km has 6 km back, and there, where the network has 125", "[rules]") {
  World w = road_world();
  CHECK(run(w, "e-1", "works").metres() == 125'000);
  add_flow(w, "works", "e-1", stated_leg(6.0));
  CHECK(run(w, "e-1", "works").metres() == 6'000);
  CHECK(run(w, "works", "e-1").metres() == 6'000);
  CHECK(run(w, "works", "e-1").ticks() == 432 * kTicksPerSecond);  // 6 / 50 h
  // It lies in the county of the leg, which is that of the inside end.
  CHECK(run(w, "e-1", "works").cells.at(0).county == "140106");
  // Others keep the network: 3 km of access, 10 and 12 km of road, 50 km beyond the gateway.
  CHECK(run(w, "e-2", "works").metres() == 75'000);
}

TEST_CASE("the way back takes the hours that the leg states", "[rules]") {
  World w = road_world();
  add_flow(w, "works", "e-1", stated_leg(6.0, 0.5));
  CHECK(run(w, "e-1", "works").ticks() == 1800 * kTicksPerSecond);
}

TEST_CASE("of two legs that state different ways between the same sites the shorter holds, of equal ones the quicker", "[rules]") {
  World w = road_world();
  add_flow(w, "works", "e-1", stated_leg(9.0, 0.1));
  add_flow(w, "e-1", "works", stated_leg(6.0, 0.5));
  CHECK(run(w, "e-1", "works").metres() == 6'000);
  CHECK(run(w, "works", "e-1").ticks() == 1800 * kTicksPerSecond);
  add_flow(w, "works", "e-1", stated_leg(6.0, 0.25));
  CHECK(run(w, "works", "e-1").ticks() == 900 * kTicksPerSecond);
}

TEST_CASE("kilometres to a station say nothing about the way between the sites", "[rules]") {
  World w = road_world();
  Leg to_station = stated_leg(6.0);
  to_station.to_node = node(w, "x");
  add_flow(w, "works", "e-1", to_station);
  CHECK(run(w, "e-1", "works").metres() == 125'000);
}

}  // namespace stated_ways_test
