#include "sim/rules/roads/road_graph.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/roads/link_route.hpp"
#include "tests/rules/road_fixture.hpp"

namespace road_graph_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

RoadGraph all_open(const World& w) { return {w, std::vector<bool>(w.links.size(), true)}; }

std::vector<std::string> names(const World& w, const std::optional<LinkPath>& path) {
  std::vector<std::string> out;
  if (!path) return {"no way"};
  for (const Id<Link> link : *path) out.push_back(w.links[link].id);
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a link costs its milliseconds at free speed, and none is free", "[rules]") {
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[0].length = Kilometres{0.0};  // a-in
  w.links = Table<Link>(links);
  const RoadGraph graph = all_open(w);
  CHECK(graph.milliseconds(*w.links.find("a-in")) == 1);
  CHECK(graph.milliseconds(*w.links.find("city-1")) == 12 * 60 * 1000);  // 10 km at 50 km/h
  CHECK(graph.milliseconds(*w.links.find("nw2")) == 18 * 60 * 1000);     // 30 km at 100 km/h
}

TEST_CASE("the quickest path lists its links in order of travel, both ways round", "[rules]") {
  const World w = road_world();
  const RoadGraph graph(w, {true, true, true, true, true, false});  // nw2 is closed
  CHECK(names(w, graph.quickest(node(w, "gw-a"), node(w, "gw-b"), 0)) == Names{"a-in", "city-1", "city-2", "b-out"});
  CHECK(names(w, graph.quickest(node(w, "gw-b"), node(w, "gw-a"), 0)) == Names{"b-out", "city-2", "city-1", "a-in"});
  CHECK(names(w, graph.quickest(node(w, "x"), node(w, "x"), 0)) == Names{});
  CHECK(names(w, graph.quickest(node(w, "x"), node(w, "island"), 0)) == Names{"no way"});
}

TEST_CASE("a ring to be avoided closes its links and those of rings inside it", "[rules]") {
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[2].ring = 2;  // city-1 lies inside two rings, city-2 inside one
  links[3].ring = 1;
  w.links = Table<Link>(links);
  const RoadGraph graph(w, {true, true, true, true, true, false});
  CHECK(names(w, graph.quickest(node(w, "x"), node(w, "y"), 3)) == Names{"city-1", "city-2"});
  CHECK(names(w, graph.quickest(node(w, "x"), node(w, "y"), 2)) == Names{"east"});
  CHECK(names(w, graph.quickest(node(w, "c"), node(w, "y"), 2)) == Names{"city-2"});
  CHECK(names(w, graph.quickest(node(w, "c"), node(w, "y"), 1)) == Names{"no way"});
}

TEST_CASE("weights of one's own decide instead of the times", "[rules]") {
  const World w = road_world();
  const RoadGraph graph = all_open(w);
  // in table order: a-in, b-out, city-1, city-2, east, nw2
  CHECK(names(w, graph.least(node(w, "x"), node(w, "y"), {1, 1, 3, 3, 5, 9})) == Names{"east"});
  CHECK(names(w, graph.least(node(w, "x"), node(w, "y"), {1, 1, 2, 2, 5, 9})) == Names{"city-1", "city-2"});
  CHECK(names(w, graph.least(node(w, "x"), node(w, "y"), {1, 1, 9, 9, 9, 8})) == Names{"nw2"});
}

TEST_CASE("of two equally quick roads the first of the table is taken", "[rules]") {
  World w = road_world();
  std::vector<Link> links(w.links.begin(), w.links.end());
  links[5].length = Kilometres{60.0};  // nw2: 60 km at 100 km/h is 36 minutes, as east
  links[2].length = links[3].length = Kilometres{100.0};
  w.links = Table<Link>(links);
  CHECK(names(w, all_open(w).quickest(node(w, "x"), node(w, "y"), 0)) == Names{"east"});
}

TEST_CASE("a path becomes a route with a cell for every county, ring, class and speed, and keeps its links", "[rules]") {
  const World w = road_world();
  const LinkPath path{*w.links.find("a-in"), *w.links.find("city-1"), *w.links.find("city-2")};
  const Route route = route_over(w, path);
  REQUIRE(route.cells.size() == 2);  // 12 km at 60 outside the ring, 20 km at 50 inside
  CHECK(route.cells[0].metres == 12'000);
  CHECK(route.cells[0].ticks == 12 * 60 * kTicksPerSecond);
  CHECK(route.cells[1].metres == 20'000);
  CHECK(route.cells[1].ticks == 24 * 60 * kTicksPerSecond);
  CHECK(route.cells[1].ring == 1);
  CHECK(route.links == path);
  CHECK(route_over(w, {}).cells.empty());
}

}  // namespace road_graph_test
