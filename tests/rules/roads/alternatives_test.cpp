#include "sim/rules/roads/alternatives.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/road_fixture.hpp"

namespace alternatives_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::rules::fixture::node;
using railshift::rules::fixture::road_link;
using railshift::rules::fixture::road_node;

namespace {

/// a --10-- m --10-- b, minutes at 60 km/h, so that a kilometre is a minute.
struct TwoSteps {
  std::vector<Link> links;
  Table<Node> nodes{
      {road_node("a", NodeType::gateway, 0.0), road_node("b", NodeType::gateway, 0.2), road_node("m", NodeType::junction, 0.1)}};

  TwoSteps() { links = {link("s1", "a", "m", 10.0), link("s2", "m", "b", 10.0)}; }
  [[nodiscard]] Link link(const std::string& id, const std::string& from, const std::string& to, double km) const {
    return road_link(nodes, id, from, to, km, 60.0);
  }
  [[nodiscard]] World world() const {
    World w;
    w.nodes = nodes;
    w.links = Table<Link>(links);
    return w;
  }
};

std::vector<AlternativeRoute> from_a_to_b(const World& w, int count, int ring = 0) {
  const RoadGraph graph(w, std::vector<bool>(w.links.size(), true));
  return alternative_routes(w, graph, {node(w, "a"), node(w, "b"), count, ring});
}

}  // namespace

TEST_CASE("a link that was used costs half as much again: a bypass comes before a side street, but only up to that", "[rules]") {
  // After the quickest way (20) its links cost 15 each. A side street of 10.6 beside the first step makes 10.6 + 15 = 25.6.
  const auto second = [](double bypass) {
    TwoSteps s;
    s.links.push_back(s.link("bypass", "a", "b", bypass));
    s.links.push_back(s.link("side", "a", "m", 10.6));
    const auto routes = from_a_to_b(s.world(), 2);
    REQUIRE(routes.size() == 2);
    CHECK(routes[0].route.metres() == 20'000);
    return routes[1].route.metres();
  };
  CHECK(second(25.5) == 25'500);
  CHECK(second(25.7) == 20'600);
}

TEST_CASE("a way comes up again until its links are dear enough, ten searches for each alternative that is asked for", "[rules]") {
  // Twenty searches for two: in the last one the quickest way costs 20 x 1.5^19 = 44,337 minutes.
  const auto found = [](double km) {
    TwoSteps s;
    s.links.push_back(s.link("bypass", "a", "b", km));
    return from_a_to_b(s.world(), 2).size();
  };
  CHECK(found(120.0) == 2);
  CHECK(found(44'300.0) == 2);
  CHECK(found(44'400.0) == 1);
}

TEST_CASE("a shared link counts for its part of the length among all that use it", "[rules]") {
  // Quick: 10/20 + 10/20/2 = 0.75. By the side street: 10.6/20.6 + 10/20.6/2.
  TwoSteps s;
  s.links.push_back(s.link("side", "a", "m", 10.6));
  const auto routes = from_a_to_b(s.world(), 2);
  REQUIRE(routes.size() == 2);
  CHECK(routes[0].path_size == Approx(0.75));
  CHECK(routes[1].path_size == Approx((10.6 + 5.0) / 20.6));
  CHECK(from_a_to_b(s.world(), 1)[0].path_size == Approx(1.0));  // alone it shares nothing
}

TEST_CASE("alternatives stand in order of their time, not of the search that found them", "[rules]") {
  // First 20, then the bypass of 25.5 before the side street of 20.6, which the third search finds.
  TwoSteps s;
  s.links.push_back(s.link("bypass", "a", "b", 25.5));
  s.links.push_back(s.link("side", "a", "m", 10.6));
  const auto routes = from_a_to_b(s.world(), 3);
  REQUIRE(routes.size() == 3);
  CHECK(routes[0].route.metres() == 20'000);
  CHECK(routes[1].route.metres() == 20'600);
  CHECK(routes[2].route.metres() == 25'500);
}

TEST_CASE("a route enters a ring if one link is enclosed by as many rings as are asked for", "[rules]") {
  TwoSteps s;
  s.links[1].ring = 2;
  CHECK_FALSE(from_a_to_b(s.world(), 1, 0)[0].enters_ring);  // nobody asks
  CHECK(from_a_to_b(s.world(), 1, 1)[0].enters_ring);
  CHECK(from_a_to_b(s.world(), 1, 2)[0].enters_ring);
  CHECK_FALSE(from_a_to_b(s.world(), 1, 3)[0].enters_ring);
}

TEST_CASE("there is no alternative between a place and itself, nor where no road goes", "[rules]") {
  TwoSteps s;
  World w = s.world();
  const RoadGraph graph(w, std::vector<bool>(w.links.size(), true));
  CHECK(alternative_routes(w, graph, {node(w, "a"), node(w, "a"), 2, 0}).empty());
  const RoadGraph closed(w, {true, false});
  CHECK(alternative_routes(w, closed, {node(w, "a"), node(w, "b"), 2, 0}).empty());
  CHECK(alternative_routes(w, closed, {node(w, "a"), node(w, "m"), 2, 0}).size() == 1);
}

}  // namespace alternatives_test
