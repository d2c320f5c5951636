/// Every red flag on both sides of its threshold. The small scenario: 1,000,000 t mined; 400,000 t to the plant by road; 600,000 t to a
/// market beyond the east gateway, 330,000 + 270,000 of them by road.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_flags_test {

using namespace railshift;
using namespace railshift::test;
using analysis::look::Severity;

namespace {

const Date kStart = make_date(2020, 1, 1);

Table<Measure> with(const World& world, const std::string& id, Instrument body) {
  std::vector<Measure> measures(world.measures.begin(), world.measures.end());
  Measure m;
  m.id = id;
  m.from = make_date(2021, 1, 1);
  m.body = std::move(body);
  measures.push_back(m);
  return Table<Measure>(measures);
}

/// The market's first flow as stated tonnes; the second takes what is left of the mine's million.
World with_stated_market(double tonnes) {
  World w = small_world();
  Flow& flow = row(w.flows, "fl-market");
  flow.rule = FlowRule::fixed;
  flow.share_or_t = {};
  flow.share_or_t.from(kStart, tonnes);
  row(w.flows, "fl-market2").share_or_t.from(kStart, 1.0);
  return w;
}

/// January and February of the only profile; ten months of 0.07 follow.
World with_january(const std::string& january, const std::string& february) {
  scenario::Files files = small_scenario();
  replace(files, "tables/profiles.csv", "0.085,0.077,0.085,0.082,0.085,0.082,0.085,0.085,0.082,0.085,0.082,0.085",
          january + "," + february + ",0.07,0.07,0.07,0.07,0.07,0.07,0.07,0.07,0.07,0.07");
  return world_of(files);
}

}  // namespace

TEST_CASE("all that is wrong with the small scenario is that its fifty trucks drive too far", "[look]") {
  std::vector<std::string> wrong;
  for (const auto& flag : analysis::look::look_at(small_world()).flags) {
    if (flag.severity == Severity::wrong) wrong.push_back(flag.rule);
  }
  CHECK(wrong == std::vector<std::string>{"pool_drives_too_far"});
}

TEST_CASE("a mine that sends a tonne more than it digs is flagged", "[look]") {
  CHECK_FALSE(raised(with_stated_market(600'000), "sends_more_than_made"));  // 400,000 + 600,000 = 1,000,000
  const auto flags = flags_by(with_stated_market(600'001), "sends_more_than_made");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].severity == Severity::wrong);
  CHECK(flags[0].where.id == "mine");
  CHECK(flags[0].weight == Approx(1.0));
}

TEST_CASE("output that no flow takes away is flagged", "[look]") {
  World w = small_world();
  CHECK_FALSE(raised(w, "output_without_flow"));
  row(w.flows, "fl-market2").share_or_t.from(kStart, 0.2);  // 0.05 x 600,000 t stay
  const auto flags = flags_by(w, "output_without_flow");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].weight == Approx(30'000.0));
}

TEST_CASE("a plant short of coal is flagged, and one that gets too much", "[look]") {
  World w = small_world();
  CHECK_FALSE(raised(w, "short"));
  row(w.flows, "fl-plant").share_or_t.from(kStart, 0.99);
  const auto flags = flags_by(w, "short");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].where.id == "plant");
  CHECK(flags[0].weight == Approx(4'000.0));
  CHECK_FALSE(raised(w, "gets_more_than_needed"));
  row(w.flows, "fl-plant").share_or_t.from(kStart, 1.01);
  CHECK(raised(w, "gets_more_than_needed"));
}

TEST_CASE("a flow that is 0 t in every year is flagged", "[look]") {
  CHECK_FALSE(raised(with_stated_market(599'999), "flow_of_nothing"));  // one tonne is left for the second flow
  const auto flags = flags_by(with_stated_market(600'000), "flow_of_nothing");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].where.id == "fl-market2");
}

TEST_CASE("a profile with more than three mean months in one month is flagged", "[look]") {
  CHECK_FALSE(raised(with_january("0.25", "0.05"), "steep_profile"));  // 0.25 x 12 = 3
  CHECK(raised(with_january("0.26", "0.04"), "steep_profile"));
}

TEST_CASE("goods sent more than sixty days before an even output makes them are flagged", "[look]") {
  // By the end of January 31 of 366 days are made: 0.24 - 0.0847 = 0.155 of a year = 56.7 days, 0.25 - 0.0847 = 60.3 days.
  CHECK_FALSE(raised(with_january("0.24", "0.06"), "sends_before_made"));
  CHECK(raised(with_january("0.25", "0.05"), "sends_before_made"));
}

TEST_CASE("a base share on a chain whose siding opens in January of the base year or later is flagged", "[look]") {
  World w = small_world();
  row(w.sidings, "sd-mine").in_service = kStart;
  CHECK_FALSE(raised(w, "share_of_closed_chain"));
  row(w.sidings, "sd-mine").in_service = kStart + 1;
  const auto flags = flags_by(w, "share_of_closed_chain");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].where.id == "market-rail");
  CHECK(flags[0].weight == Approx(180'000.0));
}

TEST_CASE("a site where no flow begins or ends is flagged", "[look]") {
  scenario::Files files = small_scenario();
  CHECK_FALSE(raised(world_of(files), "site_without_flow"));
  files.content["tables/sites.csv"] += "idle,空厂,idle works,mine-co,washery,140121,n-mine,112.1,37.9,,,1,0.1,,,published,map,\n";
  const auto flags = flags_by(world_of(files), "site_without_flow");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].where.id == "idle");
}

TEST_CASE("a flow that passes no open road is flagged, the worse if no road ever opens", "[look]") {
  World w = small_world();
  row(w.links, "l2").opens = kStart;
  CHECK_FALSE(raised(w, "no_open_road"));
  row(w.links, "l2").opens = kStart + 1;
  auto flags = flags_by(w, "no_open_road");
  REQUIRE(flags.size() == 3);  // two chains to the market and the through traffic
  CHECK(flags[0].where.id == "east-west");
  CHECK(flags[1].severity == Severity::doubtful);
  row(w.links, "l2").opens = make_date(2022, 1, 1);  // the run ends on 31 December 2021
  flags = flags_by(w, "no_open_road");
  REQUIRE(flags.size() == 3);
  CHECK(std::count_if(flags.begin(), flags.end(), [](const auto& f) { return f.severity == Severity::wrong; }) == 3);
}

TEST_CASE("bulk goods that go more than 500 km by road are noted", "[look]") {
  World w = small_world();
  row(w.sites, "market").outer_km = Kilometres{449};  // + 1 at the mine + 20 + 30
  CHECK_FALSE(raised(w, "long_road_haul"));
  row(w.sites, "market").outer_km = Kilometres{450};
  CHECK(flags_by(w, "long_road_haul").size() == 2);
}

TEST_CASE("a road shorter than 0.8 of the straight line is flagged", "[look]") {
  // n-mine to n-plant: 0.1 degrees each way, 11.12 km north and 8.78 km east: 14.17 km; 0.8 of it are 11.33 km.
  World w = small_world();
  row(w.links, "l1").length = Kilometres{11.4};
  CHECK_FALSE(raised(w, "shorter_than_straight"));
  row(w.links, "l1").length = Kilometres{11.3};
  REQUIRE(flags_by(w, "shorter_than_straight").size() == 1);
  CHECK(flags_by(w, "shorter_than_straight")[0].where.id == "l1");
}

TEST_CASE("more than fifty trucks a day without a place to unload are flagged", "[look]") {
  // Busiest: February 2021, 0.077 / 28 of the year a day, 32 t a truck: 581,000 t are 49.93 trucks, 582,000 t are 50.02.
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "2020-01-01,400000", "2020-01-01,581000");
  CHECK_FALSE(raised(world_of(files), "no_station"));
  replace(files, "tables/processes.csv", "581000", "582000");
  const auto flags = flags_by(world_of(files), "no_station");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].where.id == "plant");
}

TEST_CASE("a loading place in use for more than 85 percent of its time is flagged, beyond all of it as wrong", "[look]") {
  // (400,000 / 32 + 270,000 / 30 + 150,000 / 32) loads x 0.077 / 28 = 72.02 a day; two servers have 2,880 minutes: 33.99 minutes are 0.85.
  World w = small_world();
  Station& loading = row(w.stations, "load-mine");
  loading.distribution = Distribution::constant;
  loading.p1 = 33.9;
  CHECK_FALSE(raised(w, "busy_station"));
  loading.p1 = 34.1;
  REQUIRE(flags_by(w, "busy_station").size() == 1);
  CHECK(flags_by(w, "busy_station")[0].severity == Severity::doubtful);
  loading.p1 = 40.2;  // 72.02 x 40.2 = 2,895 minutes
  CHECK(flags_by(w, "busy_station")[0].severity == Severity::wrong);
}

TEST_CASE("a pool whose trucks would drive 200,000 km a year is flagged, one that hardly drives is noted", "[look]") {
  // Plant 1 + 20 + 1 = 22 km, market 1 + 20 + 30 + 300 = 351 km, there and back:
  // 12,500 x 44 + (9,000 + 4,687.5) x 702 = 10,158,625 km; / 51 = 199,189, / 50 = 203,173; / 507 = 20,037, / 508 = 19,997.
  World w = small_world();
  Pool& pool = row(w.pools, "semi");
  pool.trucks = 51;
  CHECK_FALSE(raised(w, "pool_drives_too_far"));
  pool.trucks = 50;
  const auto flags = flags_by(w, "pool_drives_too_far");
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].weight == Approx(203'172.5));
  pool.trucks = 507;
  CHECK_FALSE(raised(w, "pool_hardly_drives"));
  pool.trucks = 508;
  CHECK(raised(w, "pool_hardly_drives"));
}

TEST_CASE("trucks that are counted and would drive more than 100,000 km a year are flagged", "[look]") {
  // tiny: 360 trips of slag, ten trucks, as far back as there: 36 x 2 km; 1,388 km -> 99,936, 1,389 km -> 100,008.
  World w = tiny_world();
  Leg& leg = row(w.chains, "ch-slag-road").legs.front();
  leg.km = Kilometres{1388};
  CHECK_FALSE(raised(w, "counted_drive_too_far"));
  leg.km = Kilometres{1389};
  CHECK(raised(w, "counted_drive_too_far"));
}

TEST_CASE("a pool that needs more trucks than the register has is flagged", "[look]") {
  World w = small_world();
  const double needed = analysis::look::look_at(w).pools.at(0).needed.base;
  row(w.register_rows, "r-3").count = 0;
  row(w.register_rows, "r-5").count = static_cast<int>(needed) + 1;
  CHECK_FALSE(raised(w, "pool_too_small"));
  row(w.register_rows, "r-5").count = static_cast<int>(needed);
  CHECK(raised(w, "pool_too_small"));
}

TEST_CASE("a pool of stated size that cannot do its work in all its hours is wrong", "[look]") {
  // tiny: 1,200 loads of ore x 5 h = 6,000 h; one truck has 8,760 h. With 15,000 h in a year two are needed.
  World w = tiny_world();
  row(w.pools, "pl-ore").trucks = 1;
  CHECK_FALSE(raised(w, "pool_too_small"));
  row(w.pools, "pl-ore").availability = 0.6;  // 5,256 h
  REQUIRE(flags_by(w, "pool_too_small").size() == 1);
  CHECK(flags_by(w, "pool_too_small")[0].severity == Severity::wrong);
}

TEST_CASE("a line above nine tenths of its paths is noted, above all of them in the base year it is wrong", "[look]") {
  // 180,000 t / 3,500 t = 51.4 trains a year, 0.14 a day, of 40 paths.
  World w = small_world();
  RailSection& section = row(w.rail_sections, "sec-1");
  const auto background = [&section](double trains) { section.background_per_day.from(kStart, trains); };
  background(35);
  CHECK_FALSE(raised(w, "line_too_full"));
  background(36);
  REQUIRE(flags_by(w, "line_too_full").size() == 1);
  CHECK(flags_by(w, "line_too_full")[0].severity == Severity::note);
  background(40);
  CHECK(flags_by(w, "line_too_full")[0].severity == Severity::wrong);
}

TEST_CASE("base shares that give a siding more than it can take are wrong", "[look]") {
  World w = small_world();
  Siding& siding = row(w.sidings, "sd-mine");
  siding.capacity = TonnesPerDay{492};  // x 366 = 180,072 t for 180,000 t
  CHECK_FALSE(raised(w, "siding_over_capacity"));
  siding.capacity = TonnesPerDay{491};  // 179,706 t
  REQUIRE(flags_by(w, "siding_over_capacity").size() == 1);
  CHECK(flags_by(w, "siding_over_capacity")[0].weight == Approx(294.0));
}

TEST_CASE("a siding that is asked for more than it can take in some month of the last year is flagged", "[look]") {
  // tiny, docs by hand: 2,642,391 kg of ore are wished in every month of 2024; 75 t a day take 2,325 t in 31 days. 92 t a day take 2,668 t
  // in the 29 days of February, 91 t take 2,639 t.
  World w = tiny_world();
  CHECK(flags_by(w, "siding_asked_too_much").size() == 1);
  row(w.sidings, "sd-works").capacity = TonnesPerDay{92};
  CHECK_FALSE(raised(w, "siding_asked_too_much"));
  row(w.sidings, "sd-works").capacity = TonnesPerDay{91};
  CHECK(raised(w, "siding_asked_too_much"));
}

TEST_CASE("a siding that never opens and a measure that opens an unused siding are flagged", "[look]") {
  World w = small_world();
  CHECK_FALSE(raised(w, "siding_never_opens"));
  w.measures = with(w, "open", SidingOpens{*w.sidings.find("sd-mine"), kStart, kStart});
  CHECK_FALSE(raised(w, "opened_siding_unused"));
  row(w.chains, "market-rail").legs.front().siding.reset();
  row(w.sidings, "sd-mine").site.reset();
  CHECK(raised(w, "opened_siding_unused"));
  World never = small_world();
  row(never.sidings, "sd-mine").in_service.reset();
  CHECK(raised(never, "siding_never_opens"));
}

TEST_CASE("a frozen base without a truck is wrong", "[look]") {
  World w = small_world();
  FrozenBaseOrder order;
  order.segment = *w.segments.find("freight");
  order.standard = Standard::china5;  // thirty trucks
  w.measures = with(w, "frozen", order);
  CHECK_FALSE(raised(w, "empty_frozen_base"));
  order.standard = Standard::china4;
  w.measures = with(small_world(), "frozen", order);
  CHECK(flags_by(w, "empty_frozen_base").size() == 1);
}

TEST_CASE("a gate floor and a duty that bind no firm are flagged", "[look]") {
  // The mine company sends 1,000,000 t a year; 以上 includes the number.
  const double threshold = GENERATE(1'000'000.0, 1'000'001.0);
  World w = small_world();
  policy::edit<GateFloor>(row(w.measures, "gate")).threshold = TonnesPerYear{threshold};
  RailDuty duty;
  duty.threshold = TonnesPerYear{threshold};
  w.measures = with(w, "duty", duty);
  CHECK(flags_by(w, "measure_binds_nobody").size() == (threshold > 1'000'000.0 ? 2 : 0));
}

}  // namespace look_flags_test
