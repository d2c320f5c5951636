/// The parts of a look at the small scenario, worked by hand: see look_sheets_test.cpp for its tonnes.
#include <catch2/catch.hpp>

#include "analysis/look/flags/flags.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_parts_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

const TruckRun& run_of(const World& w, const std::vector<TruckRun>& runs, const std::string& chain) {
  const auto at = std::find_if(runs.begin(), runs.end(), [&](const TruckRun& r) { return w.chains[r.chain].id == chain; });
  REQUIRE(at != runs.end());
  return *at;
}

const AssumedRow* assumed(const std::vector<AssumedRow>& rows, const std::string& file, const std::string& id) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const AssumedRow& r) { return r.where.file == file && r.where.id == id; });
  return at == rows.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("the two years are the base year and that of the last day, and their months follow the profile", "[look]") {
  // January has 0.085 of 400,000 t.
  const World w = small_world();
  const Masses m = masses(w);
  CHECK(m.year.base == 2020);
  CHECK(m.year.last == 2021);
  const Id<Flow> plant = *w.flows.find("fl-plant");
  CHECK(m.of_flow.base[plant.index][0] == Kilograms{34'000'000});
  CHECK(m.tonnes(plant, When::base).value == Approx(400'000.0));
  CHECK(m.total(When::last).value == Approx(1'000'000.0));
}

TEST_CASE("a run that ends on the first of January has the year before as its last", "[look]") {
  World w = small_world();
  CHECK(masses(w).year.last == 2021);  // the end is 1 January 2022
  w.settings.end = w.settings.end + 1;
  CHECK(masses(w).year.last == 2022);
}

TEST_CASE("an even output sent by the profile must lie ready for a tenth of a day", "[look]") {
  // By the end of January 0.085 is sent and 31/366 made: 300.5 t ahead; never more later in the year.
  const World w = small_world();
  const auto rows = balance_rows(w, masses(w));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].side == rules::SideKind::output);
  CHECK(rows[0].pile_days == Approx((0.085 - 31.0 / 366.0) * 365.0));
  CHECK(rows[1].pile_days == 0.0);  // a need
  CHECK(rows[1].goods == "fuel");
}

TEST_CASE("a truck run is the way there with the access roads, the same empty, and both services", "[look]") {
  // Plant: 1 km access at 28 km/h, 20 km at 50 km/h, 1 km access. Service: 21.667 minutes of loading, 30 of default unloading.
  const World w = small_world();
  const auto runs = truck_runs(w, masses(w));
  CHECK(runs.size() == 3);  // the train's chain has no truck
  const TruckRun& run = run_of(w, runs, "plant-road");
  const double default_minutes = w.parameter("site.default_service", w.settings.start);
  CHECK(run.km.value == Approx(22.0));
  CHECK(run.empty_km.value == Approx(22.0));
  CHECK(run.drive.value == Approx(20.0 / 50.0 + 2.0 / 28.0).epsilon(0.001));
  CHECK(run.service.value == Approx((65.0 / 3.0 + default_minutes) / 60.0));
  CHECK(run.cycle().value == Approx((run.drive + run.empty + run.service).value));
  CHECK(run.loads.base == Approx(12'500.0));
  CHECK(run.whole_haul);
  CHECK(run.links.size() == 1);
}

TEST_CASE("loads of a run follow the share of its chain and the payload of its flow", "[look]") {
  const World w = small_world();
  const auto runs = truck_runs(w, masses(w));
  CHECK(run_of(w, runs, "market-road").loads.base == Approx(450'000.0 * 0.6 / 30.0));
  CHECK(run_of(w, runs, "market2-road").loads.last == Approx(150'000.0 / 32.0));
  CHECK(run_of(w, runs, "market-road").km.value == Approx(351.0));
  CHECK(run_of(w, runs, "market-road").links.size() == 2);
}

TEST_CASE("a haul of exactly a bound belongs to the band above it", "[look]") {
  World w = small_world();
  const Masses m = masses(w);
  auto runs = truck_runs(w, m);
  const auto band_of = [&](double km) {
    for (TruckRun& run : runs) run.km = Kilometres{km};
    const auto rows = haul_rows(w, m, runs);
    REQUIRE(rows.size() == 1);
    return std::find_if(rows[0].in_band.begin(), rows[0].in_band.end(), [](Tonnes t) { return t > Tonnes{}; }) - rows[0].in_band.begin();
  };
  CHECK(band_of(9.99) == 0);
  CHECK(band_of(10.0) == 1);
  CHECK(band_of(499.99) == 5);
  CHECK(band_of(500.0) == 6);
}

TEST_CASE("counted trips pass the gate but no station", "[look]") {
  scenario::Files files = small_scenario();
  const auto trucks = [&] {
    const World w = world_of(files);
    const Gates g = gates(w, masses(w));
    CHECK(g.sites.size() == 2);
    return std::pair(g.stations.at(0).trucks, g.missing.size());
  };
  CHECK(trucks().first == Approx(26'187.5 * 0.077 / 28.0));
  CHECK(trucks().second == 1);  // the plant has no unloading place
  replace(files, "../parameters/truck_classes.csv", "32,17,individual", "32,17,count");
  CHECK(trucks().first == 0.0);
  CHECK(trucks().second == 0);
}

TEST_CASE("pools take their trucks from the register one after the other", "[look]") {
  scenario::Files files = small_scenario();
  files.content["tables/pools.csv"] += "shuttle,semi,16,0.85,fl-plant,12,,,assumed,,r\n";
  const World w = world_of(files);
  const auto rows = pool_rows(w, truck_runs(w, masses(w)));
  REQUIRE(rows.size() == 2);
  const PoolRow& semi = rows[w.pools.find("semi")->index];
  const PoolRow& shuttle = rows[w.pools.find("shuttle")->index];
  CHECK(semi.registered == 50);
  CHECK(semi.working == std::min<std::int64_t>(50, semi.size));
  CHECK(shuttle.registered == 50 - semi.working);
  CHECK(shuttle.size == 12);
  CHECK(shuttle.working == 12);  // stated, whatever the register has left
  CHECK(shuttle.km.base.value == Approx(12'500.0 * 44.0));
  CHECK(shuttle.km_a_truck(When::base).value == Approx(12'500.0 * 44.0 / 12.0));
}

TEST_CASE("a class is counted against all local trucks of its segment", "[look]") {
  scenario::Files files = small_scenario();
  replace(files, "../parameters/truck_classes.csv", "32,17,individual", "32,17,count");
  const World w = world_of(files);
  const auto rows = counted_rows(w, truck_runs(w, masses(w)));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].registered == 50);
  CHECK(rows[0].trips_a_day.base == Approx(26'187.5 / 365.0));
  CHECK(counted_rows(small_world(), truck_runs(small_world(), masses(small_world()))).empty());
}

TEST_CASE("the railway has what base shares give it and what is wished for", "[look]") {
  const World w = small_world();
  const Railway r = railway(w, masses(w));
  REQUIRE(r.sections.size() == 2);
  CHECK(r.sections[0].forward);
  CHECK(r.sections[0].tonnes.base.value == Approx(180'000.0));
  CHECK(r.sections[0].trains.base == Approx(180'000.0 / 3'500.0 / 365.0));
  CHECK(r.sections[1].trains.base == 0.0);
  CHECK(r.sections[0].load(w, When::base) == Approx((10.0 + r.sections[0].trains.base) / 40.0));
  CHECK(r.sections[0].load_asked(w) == Approx((10.0 + r.sections[0].asked) / 40.0));
  REQUIRE(r.sidings.size() == 1);
  CHECK(r.sidings[0].tonnes.last.value == Approx(180'000.0));
  CHECK(r.sidings[0].used);
  CHECK(r.sidings[0].months_over == 0);
}

TEST_CASE("on an assumed need for a group of fuels rest the tonnes that are pulled for it", "[look]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/process_io.csv", "burning,fuel,in,2020-01-01,1,,,derived,,the driver itself",
          "burning,fuel,in,2020-01-01,1,0.9,1.1,assumed,,r");
  const World w = world_of(files);
  const auto rows = assumed_rows(w, masses(w));
  REQUIRE(assumed(rows, "tables/process_io.csv", "burning fuel in"));
  CHECK(assumed(rows, "tables/process_io.csv", "burning fuel in")->tonnes.value == Approx(400'000.0));
}

TEST_CASE("an assumed row carries the tonnes of the flows that rest on it, an only chain is no judgement", "[look]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "mining,mine,coal,2020-01-01,100万吨,,,published,yearbook,",
          "mining,mine,coal,2020-01-01,1000000,900000,1100000,assumed,,r");
  replace(files, "tables/chains.csv", "plant-road,fl-plant,1,,,published,survey,", "plant-road,fl-plant,1,,,assumed,,r");
  const World w = world_of(files);
  const auto rows = assumed_rows(w, masses(w));
  REQUIRE(assumed(rows, "tables/processes.csv", "mining"));
  CHECK(assumed(rows, "tables/processes.csv", "mining")->tonnes.value == Approx(600'000.0));  // the rests; the plant pulls by its need
  REQUIRE(assumed(rows, "tables/chains.csv", "market-rail"));
  CHECK(assumed(rows, "tables/chains.csv", "market-rail")->tonnes.value == Approx(180'000.0));
  CHECK(assumed(rows, "tables/sidings.csv", "sd-mine")->tonnes.value == Approx(180'000.0));
  CHECK_FALSE(assumed(rows, "tables/chains.csv", "plant-road"));
  CHECK_FALSE(assumed(rows, "tables/flows.csv", "fl-plant"));  // derived
  CHECK(std::is_sorted(rows.begin(), rows.end(), [](const AssumedRow& a, const AssumedRow& b) { return a.tonnes > b.tonnes; }));
}

TEST_CASE("flags stand worst first, rules of one severity together, the heaviest of a rule first", "[look]") {
  // Four profiles' worth of doubt: two open balances of different weight and notes behind them.
  scenario::Files files = small_scenario();
  files.content["tables/sites.csv"] += "idle,空厂,idle works,mine-co,washery,140121,n-mine,112.1,37.9,,,1,0.1,,,published,map,\n";
  World w = world_of(files);
  row(w.flows, "fl-plant").share_or_t.from(w.settings.start, 0.9);     // the plant is short of 40,000 t
  row(w.flows, "fl-market2").share_or_t.from(w.settings.start, 0.05);  // 0.2 of 640,000 t go nowhere
  const auto flags = flags_of(w, look_at(w));
  REQUIRE(flags.size() >= 3);
  for (std::size_t i = 1; i < flags.size(); ++i) {
    CHECK(flags[i - 1].severity <= flags[i].severity);
    if (flags[i - 1].rule == flags[i].rule && flags[i - 1].severity == flags[i].severity) CHECK(flags[i - 1].weight >= flags[i].weight);
  }
  CHECK(flags.front().severity == Severity::wrong);
  CHECK(flags.back().rule == "site_without_flow");
}

}  // namespace look_parts_test
