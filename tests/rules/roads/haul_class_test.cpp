#include <catch2/catch.hpp>

#include "sim/rules/roads/haul_class.hpp"
#include "tests/rules/road_fixture.hpp"

namespace haul_class_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

namespace {

std::string class_of(double km) { return std::string(to_text(haul_class(Kilometres{km}))); }

/// The city between two gateways, with flows between sites: class by class of its flows, by id.
World with_flows(const std::vector<std::pair<std::string, std::string>>& ends) {
  World w = road_world();
  w.settings.base_year = 2020;
  std::vector<Flow> flows;
  for (const auto& [from, to] : ends) {
    Flow flow;
    flow.id = "f-" + std::to_string(flows.size());
    flow.origin = site(w, from);
    flow.destination = site(w, to);
    flows.push_back(flow);
  }
  w.flows = Table<Flow>(flows);
  return w;
}

}  // namespace

TEST_CASE("a haul of 100, 250, 500 or 750 km begins a class and one metre less belongs to the class before", "[rules]") {
  CHECK(class_of(0.0) == "<100");
  CHECK(class_of(99.999) == "<100");
  CHECK(class_of(100.0) == "100-249");
  CHECK(class_of(249.999) == "100-249");
  CHECK(class_of(250.0) == "250-499");
  CHECK(class_of(499.999) == "250-499");
  CHECK(class_of(500.0) == "500-749");
  CHECK(class_of(749.999) == "500-749");
  CHECK(class_of(750.0) == ">=750");
  CHECK(class_of(5000.0) == ">=750");
}

TEST_CASE("a length is rounded to whole metres before it is classed", "[rules]") {
  CHECK(class_of(99.9994) == "<100");
  CHECK(class_of(99.9996) == "100-249");
}

TEST_CASE("a haul goes from door to door by the shortest road, not the quickest", "[rules]") {
  const World w = with_flows({});
  const BaseYearRoads roads(w);
  // e-1 100 km beyond gate a, 12 to x, 10 to c, 3 to the works
  CHECK(roads.between(site(w, "e-1"), site(w, "works"))->value == Approx(125.0));
  CHECK(roads.between(site(w, "works"), site(w, "e-1"))->value == Approx(125.0));
  // both hang on gate a: 100 + 50 beyond it
  CHECK(roads.between(site(w, "e-1"), site(w, "e-2"))->value == Approx(150.0));
  CHECK(roads.between(site(w, "works"), site(w, "plant"))->value == Approx(3.0));
  CHECK(roads.between(site(w, "works"), site(w, "works"))->value == 0.0);
  CHECK_FALSE(roads.between(site(w, "works"), site(w, "z-far")).has_value());
}

TEST_CASE("a way of fewer kilometres is taken though it takes longer", "[rules]") {
  // x to y: 20 km through the city in 24 minutes, 19 km in 38 minutes on a road that is open
  World w = with_flows({});
  std::vector<Link> links(w.links.begin(), w.links.end());
  links.push_back(road_link(w.nodes, "lane", "x", "y", 19, 30));
  w.links = Table<Link>(links);
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  sites.push_back(road_site(w, "at-b", SiteKind::external, "gw-b", 0, 0));
  w.sites = Table<Site>(sites);
  // 50 + 12 + 19 + 12
  CHECK(BaseYearRoads(w).between(site(w, "e-2"), site(w, "at-b"))->value == Approx(93.0));
}

TEST_CASE("a road that opens after the first day of the base year moves no haul to another class", "[rules]") {
  World w = with_flows({});
  std::vector<Link> links(w.links.begin(), w.links.end());
  for (Link& link : links) {
    if (link.id == "nw2") link.length = Kilometres{5.0};  // a short cut from x to y, open from 9 December 2024
  }
  w.links = Table<Link>(links);
  std::vector<Site> sites(w.sites.begin(), w.sites.end());
  sites.push_back(road_site(w, "at-b", SiteKind::external, "gw-b", 0, 0));
  w.sites = Table<Site>(sites);
  w.settings.base_year = 2024;
  CHECK(BaseYearRoads(w).between(site(w, "e-2"), site(w, "at-b"))->value == Approx(94.0));  // 50 + 12 + 20 + 12
  w.settings.base_year = 2025;
  CHECK(BaseYearRoads(w).between(site(w, "e-2"), site(w, "at-b"))->value == Approx(79.0));  // 50 + 12 + 5 + 12
}

TEST_CASE("every flow has the class of its ends, one without a road between them has none by length", "[rules]") {
  // 125 km; 50 + 12 + 10 + 3 = 75 km; an island
  const std::vector<HaulClass> classes = haul_classes(with_flows({{"e-1", "works"}, {"works", "e-2"}, {"works", "z-far"}}));
  CHECK(classes == std::vector{HaulClass::from_100, HaulClass::under_100, HaulClass::no_road});
}

}  // namespace haul_class_test
