#include "sim/rules/roads/route_cells.hpp"

#include <catch2/catch.hpp>

namespace route_cells_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

Stretch stretch(double km, double hours, const std::string& county = "140105", int ring = 0, RoadClass road_class = RoadClass::trunk) {
  return {county, ring, road_class, Kilometres{km}, Hours{hours}};
}

std::vector<RouteCell> cells_of(const std::vector<Stretch>& stretches) {
  CellSum sum;
  for (const Stretch& s : stretches) sum.add(s);
  return sum.cells();
}

}  // namespace

TEST_CASE("stretches of one county, ring, class and speed bin add up", "[rules]") {
  const auto cells = cells_of({stretch(10.0, 10.0 / 60.0), stretch(5.0, 5.0 / 60.0)});
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].metres == 15'000);
  CHECK(cells[0].ticks == 15 * 60 * kTicksPerSecond);
}

TEST_CASE("another county, ring or road class is another cell, in the order in which they are met", "[rules]") {
  const auto cells = cells_of({stretch(1, 0.02, "140106"), stretch(2, 0.04), stretch(4, 0.08, "140105", 1),
                               stretch(8, 0.16, "140105", 1, RoadClass::local), stretch(16, 0.32, "140106")});
  REQUIRE(cells.size() == 4);
  CHECK(cells[0].metres == 17'000);  // the first and the last
  CHECK(cells[1].metres == 2'000);
  CHECK(cells[2].ring == 1);
  CHECK(cells[3].road_class == RoadClass::local);
}

TEST_CASE("sixty kilometres an hour begin a bin, 59.9 belong to the one below", "[rules]") {
  CHECK(cells_of({stretch(60.0, 1.0), stretch(69.9, 1.0)}).size() == 1);
  CHECK(cells_of({stretch(60.0, 1.0), stretch(59.9, 1.0)}).size() == 2);
  CHECK(cells_of({stretch(60.0, 1.0), stretch(70.0, 1.0)}).size() == 2);
  CHECK(cells_of({stretch(20.0 / 3.0, 1.0 / 9.0), stretch(60.0, 1.0)}).size() == 1);  // 60 km/h by a quotient
}

TEST_CASE("metres and ticks are rounded to the nearest, and whoever moves takes a tick at least", "[rules]") {
  CHECK(cells_of({stretch(0.0004, 0.0)})[0].metres == 0);
  CHECK(cells_of({stretch(0.0004, 0.0)})[0].ticks == 0);
  CHECK(cells_of({stretch(0.0006, 0.0000001)})[0].metres == 1);
  CHECK(cells_of({stretch(0.0006, 0.0000001)})[0].ticks == 1);
  // 1025.45 s x 1024 = 1,050,060.8
  CHECK(cells_of({stretch(20.0, 1025.45 / 3600.0)})[0].ticks == 1'050'061);
  // 1025.4 s x 1024 = 1,050,009.6; 1025.1 s x 1024 = 1,049,702.4
  CHECK(cells_of({stretch(20.0, 1025.4 / 3600.0)})[0].ticks == 1'050'010);
  CHECK(cells_of({stretch(20.0, 1025.1 / 3600.0)})[0].ticks == 1'049'702);
}

TEST_CASE("a cell lies inside the study area if it has a county", "[rules]") {
  CHECK(cells_of({stretch(1.0, 0.02)})[0].inside);
  CHECK_FALSE(cells_of({stretch(1.0, 0.02, "")})[0].inside);
}

}  // namespace route_cells_test
