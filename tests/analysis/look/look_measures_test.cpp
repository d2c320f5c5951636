/// What a look measures, on tiny as tests/hand/tiny.md works it, and what it writes.
#include <catch2/catch.hpp>

#include "analysis/look/output/page.hpp"
#include "analysis/look/output/summary.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_measures_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

const GateRow& gate(const World& world, const Look& look, const std::string& site) {
  const auto found =
      std::find_if(look.gates.sites.begin(), look.gates.sites.end(), [&](const GateRow& r) { return r.site == world.sites.find(site); });
  REQUIRE(found != look.gates.sites.end());
  return *found;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++n;
  return n;
}

}  // namespace

TEST_CASE("trucks a day at the gates of tiny", "[look]") {
  const World w = tiny_world();
  const Look look = look_at(w);
  // mine: 600 to the port, 600 to the yard (a yard means a truck at the gate), 600 to the works; works: 1,200 ore + 600 coke in, 360 slag
  // out
  CHECK(gate(w, look, "st-mine").out.base == Approx(1800.0 / 365.0));
  CHECK(gate(w, look, "st-mine").in.base == 0.0);
  CHECK(gate(w, look, "st-works").in.base == Approx(1800.0 / 365.0));
  CHECK(gate(w, look, "st-works").out.base == Approx(360.0 / 365.0));
  // every month has 150 loads in and 30 out; February 2023 is the shortest
  CHECK(gate(w, look, "st-works").busiest == Approx(180.0 / 28.0));
  // ten bays of half an hour for 150 loads in 28 days
  const auto bays = std::find_if(look.gates.stations.begin(), look.gates.stations.end(),
                                 [&](const StationRow& r) { return w.stations[r.station].id == "sv-works-unload"; });
  REQUIRE(bays != look.gates.stations.end());
  CHECK(bays->used == Approx(150.0 / 28.0 * 30.0 / (10.0 * 1440.0)));
}

TEST_CASE("trucks needed and kilometres a truck in the pools of tiny", "[look]") {
  const World w = tiny_world();
  const Look look = look_at(w);
  const PoolRow& semi = look.pools.at(w.pools.find("pl-semi")->index);
  CHECK(semi.truck_hours.base.value == Approx(5640.0));
  CHECK(semi.needed.base == Approx(5640.0 / 876.0));  // 6.44
  CHECK(semi.size == 7);
  CHECK(semi.km_a_truck(When::base).value == Approx((600 * 200.0 + 600 * 20.0 + 600 * 100.0) / 7.0));
  const PoolRow& ore = look.pools.at(w.pools.find("pl-ore")->index);
  CHECK(ore.size == 2);  // stated
  CHECK(ore.truck_hours.base.value == Approx(1200 * 5.0));
  CHECK(ore.km_a_truck(When::base).value == Approx(1200 * 200.0 / 2.0));
  CHECK(ore.registered == 10);
  CHECK(semi.registered == 8);  // the shuttle stands before it and takes two
}

TEST_CASE("counted trips of tiny against all trucks of their segment", "[look]") {
  const World w = tiny_world();
  const Look look = look_at(w);
  REQUIRE(look.counted.size() == 1);
  CHECK(look.counted[0].trips_a_day.base == Approx(360.0 / 365.0));
  CHECK(look.counted[0].km_a_truck(When::base).value == Approx(360 * 20.0 / 10.0));
}

TEST_CASE("haul distances of tiny fall into their bands", "[look]") {
  const World w = tiny_world();
  const auto hauls = look_at(w).hauls;
  REQUIRE(hauls.size() == 4);
  // most tonnes first: ore 36,000 t at 100 km; coal 18,000 t at 100 km (the yard's share is rail); coke coal 18,000 t at 50 km; slag
  CHECK(w.commodities[hauls[0].commodity].id == "ore");
  CHECK(hauls[0].in_band[3].value == Approx(36'000.0));  // 60-120 km
  CHECK(hauls[0].mean.value == Approx(100.0));
  CHECK(w.commodities[hauls[3].commodity].id == "slag");
  CHECK(hauls[3].in_band[1].value == Approx(5'400.0));  // 10 km is not below 10
}

TEST_CASE("sections of tiny: background, base shares and wishes", "[look]") {
  const World w = tiny_world();
  const Railway rail = look_at(w).railway;
  for (const SectionRow& row : rail.sections) {
    const std::string line = w.lines[w.rail_sections[row.section].line].id;
    if (!row.forward) continue;
    if (line == "ln-west") {
      CHECK(row.load(w, When::base) == Approx(12.0 / 24.0));  // no ore by rail at base shares
      CHECK(row.asked == Approx(12 * 2642.391 / 1500.0 / 365.0).epsilon(1e-5));
    } else {
      CHECK(row.trains.base == Approx(18'000.0 / 1400.0 / 365.0));
      CHECK(row.tonnes.base.value == Approx(18'000.0));
    }
  }
  const SidingRow& works = rail.sidings.at(w.sidings.find("sd-works")->index);
  CHECK(works.capacity.base.value == Approx(92 * 75.0));  // from October 2023
  CHECK(works.capacity.last.value == Approx(366 * 75.0));
  CHECK(works.asked.value == Approx(12 * 2642.391).epsilon(1e-5));
  CHECK(works.months_over == 12);
}

TEST_CASE("assumed rows stand by the tonnes that rest on them, and only assumed ones", "[look]") {
  const auto rows = look_at(small_world()).assumed;
  std::vector<std::pair<std::string, double>> seen;
  for (const AssumedRow& row : rows) seen.emplace_back(row.where.file + " " + row.where.id, row.tonnes.value);
  // fl-plant is derived, the processes are published, the only chains of their flows are no judgement
  CHECK(seen == std::vector<std::pair<std::string, double>>{{"tables/flows.csv fl-market", 450'000.0},
                                                            {"tables/chains.csv market-road", 270'000.0},
                                                            {"tables/chains.csv market-rail", 180'000.0},
                                                            {"tables/sidings.csv sd-mine", 180'000.0},
                                                            {"tables/flows.csv fl-market2", 150'000.0}});
}

TEST_CASE("balances are stated where a process stands, and close", "[look]") {
  for (const BalanceRow& row : look_at(tiny_world()).balances) {
    CHECK(row.stated);
    CHECK(row.made.base.value == Approx(row.moved.base.value));
  }
}

TEST_CASE("the page holds every table, the map and all that users wrote is escaped", "[look]") {
  World w = tiny_world();
  row(w.sites, "st-mine").name_zh = "<b>&矿";
  const Look look = look_at(w);
  const std::string zh = page(w, look, Language::zh);
  for (const char* id :
       {"flags", "map", "goods", "balances", "hauls", "gates", "stations", "pools", "counted", "sections", "sidings", "assumed", "flows"}) {
    INFO(id);
    CHECK(count(zh, "<h2 id=\"" + std::string(id) + "\">") == 1);
  }
  CHECK(count(zh, "<svg") == 3);  // the map, and the chart for a wide page and for a narrow one
  CHECK(count(zh, "&lt;b&gt;&amp;矿") > 0);
  CHECK(count(zh, "<b>&矿") == 0);
  CHECK(count(zh, "<script") == 0);
  CHECK(count(zh, "http") == count(zh, "http://www.w3.org/2000/svg"));  // names of the drawing language, never a request
  const std::string en = page(w, look, Language::en);
  CHECK(count(en, "Red flags") > 0);
  CHECK(count(en, "红旗") == 0);
}

TEST_CASE("the summary tells few flags of one kind and counts the rest", "[look]") {
  World w = tiny_world();
  Look look = look_at(w);
  look.flags.assign(9, {Severity::doubtful, "same", {"tables/flows.csv", "fl-coal"}, "句子", "sentence", 0.0});
  const std::string text = summary(w, look, Language::en, [](Severity, const std::string& word) { return word; });
  CHECK(count(text, "sentence") == 4);
  CHECK(count(text, "5 more") == 1);
  CHECK(std::count(text.begin(), text.end(), '\n') < 60);
}

}  // namespace look_measures_test
