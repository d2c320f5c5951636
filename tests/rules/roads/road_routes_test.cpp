#include "sim/rules/roads/road_routes.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/rules/roads/through_counts.hpp"
#include "tests/rules/road_fixture.hpp"

namespace road_routes_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

RoadMap map_on(const World& w, Date day) { return RoadMap(w, regime_on(w, day)); }

/// A flow of works -> e-1 with one chain: a truck leg from the works to node x, then a truck leg to e-1.
void add_chain(World& w) {
  Flow flow;
  flow.id = "fl";
  flow.origin = site(w, "works");
  flow.destination = site(w, "e-1");
  w.flows = Table<Flow>({flow});
  Chain chain;
  chain.id = "ch";
  Leg first;
  first.seq = 1;
  first.to_node = node(w, "x");
  Leg second;
  second.seq = 2;
  chain.legs = {first, second};
  w.chains = Table<Chain>({chain});
}

}  // namespace

TEST_CASE("a road is open from its opening day on and closed from its closing day on", "[rules]") {
  World w = road_world();
  CHECK_FALSE(regime_on(w, nw2_opens - 1).open[5]);
  CHECK(regime_on(w, nw2_opens).open[5]);
  CHECK(regime_on(w, nw2_opens - 1) == regime_on(w, make_date(2024, 1, 1)));
  CHECK_FALSE(regime_on(w, nw2_opens - 1) == regime_on(w, nw2_opens));
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[4].closes = make_date(2024, 6, 1);
  w.links = Table<Link>(links);
  CHECK(regime_on(w, make_date(2024, 5, 31)).open[4]);
  CHECK_FALSE(regime_on(w, make_date(2024, 6, 1)).open[4]);
}

TEST_CASE("the quickest way runs through the city until the motorway opens", "[rules]") {
  const World w = road_world();
  const auto before = map_on(w, nw2_opens - 1).between(node(w, "gw-a"), node(w, "gw-b"));
  REQUIRE(before);
  CHECK(before->metres() == 44000);
  CHECK(before->ticks() == 48 * 60 * kTicksPerSecond);
  const auto after = map_on(w, nw2_opens).between(node(w, "gw-a"), node(w, "gw-b"));
  REQUIRE(after);
  CHECK(after->metres() == 54000);
  CHECK(after->ticks() == 42 * 60 * kTicksPerSecond);
}

TEST_CASE("avoiding the ring leaves the eastern road, and a node inside the ring cannot be reached", "[rules]") {
  const World w = road_world();
  const RoadMap map = map_on(w, nw2_opens - 1);
  const auto east = map.between(node(w, "gw-a"), node(w, "gw-b"), 1);
  REQUIRE(east);
  CHECK(east->metres() == 60000);
  CHECK(east->ticks() == 3600 * kTicksPerSecond);
  CHECK_FALSE(map.between(node(w, "gw-a"), node(w, "c"), 1));
  // links enclosed by one ring are not enclosed by two
  CHECK(map.between(node(w, "gw-a"), node(w, "gw-b"), 2)->metres() == 44000);
  CHECK_FALSE(map.between(node(w, "gw-a"), node(w, "island")));
}

TEST_CASE("a directed link is passed one way only", "[rules]") {
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[2].directed = true;  // x -> c
  w.links = Table<Link>(links);
  const RoadMap map = map_on(w, nw2_opens - 1);
  CHECK(map.between(node(w, "gw-a"), node(w, "gw-b"))->metres() == 44000);
  CHECK(map.between(node(w, "gw-b"), node(w, "gw-a"))->metres() == 60000);
}

TEST_CASE("links of one county, ring, class and speed bin make one cell", "[rules]") {
  const World w = road_world();
  const auto route = map_on(w, nw2_opens - 1).between(node(w, "gw-a"), node(w, "gw-b"));
  // a-in and b-out: primary, ring 0, 60 km/h. city-1 and city-2: ring 1, 50 km/h.
  REQUIRE(route->cells.size() == 2);
  CHECK(route->cells[0].ring == 0);
  CHECK(route->cells[0].metres == 24000);
  CHECK(route->cells[0].ticks == 1440 * kTicksPerSecond);
  CHECK(route->cells[1].ring == 1);
  CHECK(route->cells[1].metres == 20000);
  CHECK(route->links.size() == 4);
}

TEST_CASE("stretches of 60 and of 59 km/h lie in bins of their own", "[rules]") {
  // 0.333 km at 60 km/h take 19.98 s = 20,459.52 ticks, 1 km at 59 km/h 61.0169 s = 62,481.36.
  CellSum sum;
  sum.add({"140105", 0, RoadClass::primary, Kilometres{0.333}, Kilometres{0.333} / KilometresPerHour{60.0}});
  sum.add({"140105", 0, RoadClass::primary, Kilometres{1.0}, Kilometres{1.0} / KilometresPerHour{59.0}});
  const auto cells = sum.cells();
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].ticks == 20'460);
  CHECK(cells[1].ticks == 62'481);
}

TEST_CASE("an empty run adds the access road of a works and the road beyond a gateway", "[rules]") {
  const World w = road_world();
  const RoadMap map = map_on(w, nw2_opens - 1);
  const Route run = *map.empty_run(site(w, "works"), site(w, "e-1"));
  // 3 km local at 30 (360 s) inside ring 1, 10 km city (720 s), 12 km (720 s), 100 km in 2 h beyond the gateway
  REQUIRE(run.cells.size() == 4);
  CHECK(run.cells[0].road_class == RoadClass::local);
  CHECK(run.cells[0].county == "140106");
  CHECK(run.cells[0].ring == 1);
  CHECK(run.cells[0].metres == 3000);
  CHECK(run.cells[0].ticks == 360 * kTicksPerSecond);
  CHECK(run.cells[3].metres == 100000);
  CHECK(run.cells[3].ticks == 7200 * kTicksPerSecond);
  CHECK_FALSE(run.cells[3].inside);
  CHECK(run.cells[3].county.empty());
  CHECK(run.cells[0].inside);
  CHECK(run.metres() == 125000);
}

TEST_CASE("an empty run between two outside sites on one gateway is the sum of their outer kilometres", "[rules]") {
  const World w = road_world();
  const Route run = *map_on(w, nw2_opens).empty_run(site(w, "e-1"), site(w, "e-2"));
  REQUIRE(run.cells.size() == 1);
  CHECK(run.cells[0].metres == 150000);
  CHECK(run.cells[0].ticks == 3 * 3600 * kTicksPerSecond);
  CHECK_FALSE(run.cells[0].inside);
}

TEST_CASE("two sites on one node without access roads are 0 m apart, and a site to itself has no cells", "[rules]") {
  World w = road_world();
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  for (Site& s : sites) {
    if (s.id == "works") s.outer_km = Kilometres{0.0};
  }
  w.sites = Table<Site>(sites);
  const RoadMap map = map_on(w, nw2_opens);
  CHECK(map.empty_run(site(w, "works"), site(w, "plant"))->cells.size() == 1);
  CHECK(map.empty_run(site(w, "works"), site(w, "plant"))->metres() == 0);
  CHECK(map.empty_run(site(w, "works"), site(w, "works"))->cells.empty());
}

TEST_CASE("sites that no open road connects have no way between them", "[rules]") {
  const World w = road_world();
  CHECK_FALSE(map_on(w, nw2_opens).empty_run(site(w, "plant"), site(w, "z-far")).has_value());
}

TEST_CASE("stated kilometres carry no truck past a closed road, unless some are off the network", "[rules]") {
  // The works at c: city-1 and city-2 are its only roads; city-1 closes on 1 June, city-2 on 1 July.
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[2].closes = make_date(2024, 6, 1);
  links[3].closes = make_date(2024, 7, 1);
  w.links = Table<Link>(links);
  add_chain(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  chains[0].legs[0].to_node.reset();
  chains[0].legs.pop_back();
  chains[0].legs[0].km = Kilometres{80.0};
  w.chains = Table<Chain>(chains);
  const auto route_on = [&w](Date day) {
    const Chain& chain = *w.chains.begin();
    return map_on(w, day).of_leg(chain, chain.legs[0]);
  };
  const auto back_on = [&w](Date day) { return map_on(w, day).empty_run(site(w, "e-1"), site(w, "works")); };
  REQUIRE(route_on(make_date(2024, 5, 31)));
  CHECK(route_on(make_date(2024, 5, 31))->passes.size() == 2);  // city-1, a-in
  REQUIRE(route_on(make_date(2024, 6, 30)));
  CHECK(route_on(make_date(2024, 6, 30))->passes.size() == 3);  // city-2, east, a-in
  CHECK(route_on(make_date(2024, 6, 30))->metres() == 80'000);
  CHECK(back_on(make_date(2024, 6, 30))->metres() == 80'000);
  CHECK_FALSE(route_on(make_date(2024, 7, 1)));
  CHECK_FALSE(back_on(make_date(2024, 7, 1)));
  chains[0].legs[0].off_network = Kilometres{5.0};
  w.chains = Table<Chain>(chains);
  REQUIRE(route_on(make_date(2024, 7, 1)));
  CHECK(route_on(make_date(2024, 7, 1))->off_network_metres == 5'000);
  CHECK(route_on(make_date(2024, 7, 1))->metres() == 80'000);
  CHECK(back_on(make_date(2024, 7, 1))->metres() == 80'000);
}

TEST_CASE("a station off the network is reached as long as a road of the site is open", "[rules]") {
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[2].closes = links[3].closes = make_date(2024, 6, 1);
  w.links = Table<Link>(links);
  add_chain(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  chains[0].legs[0].to_node = node(w, "island");
  chains[0].legs[0].km = Kilometres{7.0};
  w.chains = Table<Chain>(chains);
  const Chain& chain = *w.chains.begin();
  CHECK(map_on(w, make_date(2024, 5, 31)).of_leg(chain, chain.legs[0])->metres() == 7'000);
  CHECK_FALSE(map_on(w, make_date(2024, 6, 1)).of_leg(chain, chain.legs[0]));
}

TEST_CASE("a leg without stated kilometres follows the network from place to place", "[rules]") {
  World w = road_world();
  add_chain(w);
  const RoadMap map = map_on(w, nw2_opens);
  const Chain& chain = *w.chains.begin();
  // works -> x: 3 km access + 10 km, nothing beyond x
  CHECK(map.of_leg(chain, chain.legs[0])->metres() == 13000);
  // x -> e-1: 12 km + 100 km beyond the gateway
  const Route out = *map.of_leg(chain, chain.legs[1]);
  REQUIRE(out.cells.size() == 2);
  CHECK(out.cells[0].metres == 12000);
  CHECK(out.cells[1].metres == 100000);
  CHECK_FALSE(out.cells[1].inside);
}

TEST_CASE("stated kilometres are one cell in the county of the inside end at the stated speed", "[rules]") {
  World w = road_world();
  add_chain(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  chains[0].legs[0].to_node.reset();
  chains[0].legs.pop_back();
  chains[0].legs[0].km = Kilometres{80.0};
  w.chains = Table<Chain>(chains);
  const RoadMap map = map_on(w, nw2_opens);
  const Chain& chain = *w.chains.begin();
  const Route route = *map.of_leg(chain, chain.legs[0]);
  REQUIRE(route.cells.size() == 1);
  CHECK(route.cells[0].county == "140106");
  CHECK(route.cells[0].inside);
  CHECK(route.metres() == 80000);
  CHECK(route.ticks() == 5760 * kTicksPerSecond);  // 80 / 50 h
  CHECK(route.links.empty());
  // the other way round the origin is outside: the county of the destination
  std::vector<Flow> flows(w.flows.begin(), w.flows.end());
  std::swap(flows[0].origin, flows[0].destination);
  w.flows = Table<Flow>(flows);
  CHECK(map.of_leg(chain, chain.legs[0])->cells[0].county == "140106");
}

TEST_CASE("stated hours of a stated leg go before the stated speed", "[rules]") {
  World w = road_world();
  add_chain(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  chains[0].legs[0].km = Kilometres{80.0};
  chains[0].legs[0].hours = Hours{2.0};
  w.chains = Table<Chain>(chains);
  CHECK(map_on(w, nw2_opens).of_leg(*w.chains.begin(), w.chains.begin()->legs[0])->ticks() == 7200 * kTicksPerSecond);
}

TEST_CASE("stated hours of a leg on the network are laid over its cells to the tick", "[rules]") {
  World w = road_world();
  add_chain(w);
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  chains[0].legs[0].hours = Hours{1025.45 / 3600.0};
  w.chains = Table<Chain>(chains);
  // 3 km in 360 s and 10 km in 720 s: a third and two thirds of 1,050,060.8 ticks, rounded together to 1,050,061.
  const Route route = *map_on(w, nw2_opens).of_leg(*w.chains.begin(), w.chains.begin()->legs[0]);
  REQUIRE(route.cells.size() == 2);
  CHECK(route.cells[0].ticks == 350'020);
  CHECK(route.cells[1].ticks == 700'041);
  CHECK(route.ticks() == 1'050'061);
}

TEST_CASE("path-size terms of two routes that share 24 km are 32/44 and 48/60", "[rules]") {
  // City: 24 of 44 km shared by two: 24/44 / 2 + 20/44 = 32/44. East: 24/60 / 2 + 36/60 = 48/60.
  const World w = road_world();
  const RoadMap map = map_on(w, nw2_opens - 1);
  const auto& routes = map.alternatives(node(w, "gw-a"), node(w, "gw-b"), 3, 1);
  REQUIRE(routes.size() == 2);  // no third set of links exists
  CHECK(routes[0].route.metres() == 44000);
  CHECK(routes[0].path_size == Approx(32.0 / 44.0));
  CHECK(routes[0].enters_ring);
  CHECK(routes[1].route.metres() == 60000);
  CHECK(routes[1].path_size == Approx(48.0 / 60.0));
  CHECK_FALSE(routes[1].enters_ring);
  // exp(-(60 - 48) / 4.8) = exp(-2.5) = 0.0820850
  const auto shares = route_shares(routes);
  CHECK(shares[0] == Approx(0.7272727 / (0.7272727 + 0.8 * 0.0820850)));
  CHECK(shares[0] + shares[1] == Approx(1.0));
}

TEST_CASE("alternatives are distinct, shortest first, and no more than asked for", "[rules]") {
  const World w = road_world();
  const RoadMap map = map_on(w, nw2_opens);
  const auto& three = map.alternatives(node(w, "gw-a"), node(w, "gw-b"), 3, 1);
  REQUIRE(three.size() == 3);
  CHECK(three[0].route.ticks() == 42 * 60 * kTicksPerSecond);
  CHECK(three[1].route.ticks() == 48 * 60 * kTicksPerSecond);
  CHECK(three[2].route.ticks() == 60 * 60 * kTicksPerSecond);
  CHECK(map.alternatives(node(w, "gw-a"), node(w, "gw-b"), 1, 1).size() == 1);
  CHECK_FALSE(map.alternatives(node(w, "gw-a"), node(w, "gw-b"), 3, 0)[1].enters_ring);
  CHECK(map.alternatives(node(w, "gw-a"), node(w, "island"), 3, 1).empty());
  // A hundred searches for ten ways where there are three: 1.5^100 times a link is no number any more.
  CHECK(map.alternatives(node(w, "gw-a"), node(w, "gw-b"), 10, 1).size() == 3);
}

}  // namespace road_routes_test
