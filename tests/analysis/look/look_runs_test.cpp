/// Truck runs beyond the plain case: yards, stations of a site, roads that are not there; and what the map and the terminal make of them.
#include <catch2/catch.hpp>

#include "analysis/look/output/map.hpp"
#include "analysis/look/output/page.hpp"
#include "analysis/look/output/summary.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_runs_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

std::vector<TruckRun> runs_of(const World& w) { return truck_runs(w, masses(w)); }

const TruckRun& run_of(const World& w, const std::vector<TruckRun>& runs, const std::string& chain, std::size_t position = 0) {
  const auto at =
      std::find_if(runs.begin(), runs.end(), [&](const TruckRun& r) { return w.chains[r.chain].id == chain && r.position == position; });
  REQUIRE(at != runs.end());
  return *at;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++n;
  return n;
}

/// The second market flow goes by truck to the mine station's yard, 8 km as stated, and from there by rail.
World over_a_yard() {
  scenario::Files files = small_scenario();
  files.content["tables/sidings.csv"] += "sd-yard,煤站货场,,s-mine,2000-01-01,2001-01-01,10000,2,yard,5,3500,5,8000,12000,assumed,,r\n";
  replace(files, "tables/legs.csv", "market2-road,1,truck,,,,,,,0,,,derived,,network path\n",
          "market2-road,1,truck,,s-mine,,,8,,0,,,derived,,x\nmarket2-road,2,rail,s-mine,s-east,ln-east,sd-yard,,,9,3,24,assumed,,r\n");
  return world_of(files);
}

const std::string kTrips = "station_id,site_id,kind,servers,distribution,p1,p2,p3,order,low,high,standing,source,reason\n";

}  // namespace

TEST_CASE("a truck between a site and a yard comes back empty over the same kilometres and is served at the site alone", "[look]") {
  // 8 km there; back 8 km at 50 km/h. Loading 21.667 minutes at the mine; the yard has the default service.
  const World w = over_a_yard();
  const auto runs = runs_of(w);
  const TruckRun& run = run_of(w, runs, "market2-road");
  const double default_minutes = w.parameter("site.default_service", w.settings.start);
  CHECK(run.km.value == Approx(8.0));
  CHECK_FALSE(run.whole_haul);
  CHECK(run.service.value == Approx((65.0 / 3.0 + default_minutes) / 60.0));
  CHECK(run.empty.value >= 8.0 / 50.0);
  CHECK_FALSE(run.no_road.base);
}

TEST_CASE("every gate, weighbridge and bay that a truck passes at a site adds its mean minutes", "[look]") {
  // Mine: gate 2, weighbridge 3 and loading 10 minutes; its unloading place is not passed. Plant: unloading 20 minutes.
  scenario::Files files = small_scenario();
  files.content["tables/stations_service.csv"] =
      kTrips +
      "g,mine,gate,1,constant,2,,,1,,,published,x,\nw,mine,weighbridge,1,constant,3,,,2,,,published,x,\nl,mine,load,1,constant,10,,,3,,,"
      "published,x,\nu,mine,unload,1,constant,40,,,3,,,published,x,\nq,plant,unload,1,constant,20,,,1,,,published,x,\n";
  const World w = world_of(files);
  const auto runs = runs_of(w);
  CHECK(run_of(w, runs, "plant-road").service.value == Approx((2.0 + 3.0 + 10.0 + 20.0) / 60.0));
}

TEST_CASE("stated hours of a leg are its driving time, stated kilometres its way, and the road is drawn all the same", "[look]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/legs.csv", "plant-road,1,truck,,,,,,,0,", "plant-road,1,truck,,,,,44,3,0,");
  const World w = world_of(files);
  const auto runs = runs_of(w);
  const TruckRun& run = run_of(w, runs, "plant-road");
  CHECK(run.km.value == Approx(44.0));
  CHECK(run.drive.value == Approx(3.0));
  CHECK(run.links.size() == 1);
  CHECK_FALSE(run.no_road.base);
}

TEST_CASE("a road that opens after the first day is missing in the base year, one that closes in the last", "[look]") {
  World w = small_world();
  row(w.links, "l1").opens = w.settings.start + 1;
  CHECK(run_of(w, runs_of(w), "plant-road").no_road.base);
  CHECK_FALSE(run_of(w, runs_of(w), "plant-road").no_road.last);
  row(w.links, "l1").opens.reset();
  row(w.links, "l1").closes = w.settings.end - 1;
  CHECK_FALSE(run_of(w, runs_of(w), "plant-road").no_road.base);
  CHECK(run_of(w, runs_of(w), "plant-road").no_road.last);
  row(w.links, "l1").closes = w.settings.end;  // the day after the last
  CHECK_FALSE(run_of(w, runs_of(w), "plant-road").no_road.last);
}

TEST_CASE("a haul without a road is drawn as a straight dashed line, a belt likewise in a colour of its own", "[look]") {
  World w = small_world();
  const std::string by_road = "stroke=\"#0b4f8a\"";
  const std::string dashes = "stroke-linecap=\"round\" stroke-dasharray=\"3 3\"";
  CHECK(count(map(w, look_at(w), Language::en), dashes) == 0);
  row(w.links, "l1").opens = w.settings.end;
  // the plant's coal and both flows to the market have no way any more
  CHECK(count(map(w, look_at(w), Language::en), dashes) == 3);
  CHECK(count(map(w, look_at(w), Language::en), by_road) == 3 + 1);  // and the legend
  scenario::Files files = small_scenario();
  replace(files, "tables/legs.csv", "plant-road,1,truck,", "plant-road,1,belt,");
  const World belt = world_of(files);
  const std::string svg = map(belt, look_at(belt), Language::en);
  CHECK(count(svg, "stroke=\"#2e7d4f\"") == 2);
  CHECK(count(svg, dashes) == 1);
}

TEST_CASE("the scale bar is the longest round length that takes a fifth of the width", "[look]") {
  // Longitudes 112.0 to 112.5 with 0.03 on each side: 0.56 degrees, 49.2 km at 37.85 degrees north: 22 points a kilometre, 10 km are 224.
  const std::string svg = map(small_world(), look_at(small_world()), Language::en);
  CHECK(count(svg, ">5 km</text>") == 1);
  // widths of a tenth, a half and all of the largest power of ten below 820 kt
  CHECK(count(svg, ">10,000 t a year</text>") == 1);
  CHECK(count(svg, ">50,000 t a year</text>") == 1);
  CHECK(count(svg, ">0.10 Mt a year</text>") == 1);
}

TEST_CASE("the terminal shows the head of five tables, numbers to the right and long words cut", "[look]") {
  World w = small_world();
  row(w.sites, "mine").name_en = std::string(40, 'm');
  const Look look = look_at(w);
  const auto mark = [](Severity, const std::string& word) { return word; };
  const std::string text = summary(w, look, Language::en, mark);
  CHECK(text.rfind("small scenario (small)\n3 firms, 3 sites, 3 flows; 2020: 1.00 Mt, 2021: 1.00 Mt\n", 0) == 0);
  CHECK(count(text, "\n  " + std::string(32, 'm') + "..") == 1);
  CHECK(count(text, std::string(33, 'm')) == count(text, std::string(40, 'm')));  // elsewhere the name is whole
  CHECK(count(text, "\nTonnes by commodity\n") == 1);
  for (const std::string line : {"  \n", " \n\n"}) CHECK(count(text, line) == 0);  // no blanks at line ends
  CHECK(summary(w, look, Language::zh, mark).rfind("小情景 (small)\n企业 3，厂区 3，货流 3；2020 年 100.0 万吨", 0) == 0);
}

TEST_CASE("the chart of hauls draws seven kinds of goods and the others together", "[look]") {
  World w = small_world();
  Look look = look_at(w);
  REQUIRE(look.hauls.size() == 1);
  look.hauls.assign(7, look.hauls[0]);
  CHECK(count(page(w, look, Language::en), ">others<") == 0);
  look.hauls.assign(8, look.hauls[0]);
  CHECK(count(page(w, look, Language::en), ">others<") == 1);
}

}  // namespace look_runs_test
