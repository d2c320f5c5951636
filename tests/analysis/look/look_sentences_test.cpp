/// What flags say, in both languages and with their numbers. The thresholds are in look_flags_test.cpp.
#include <catch2/catch.hpp>

#include "analysis/look/flags/flags_balance.hpp"
#include "analysis/look/flags/flags_fleet.hpp"
#include "analysis/look/flags/flags_place.hpp"
#include "analysis/look/flags/flags_rail.hpp"
#include "analysis/look/flags/flags_road.hpp"
#include "analysis/look/flags/flags_station.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_sentences_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

const World& small() {
  static const World w = small_world();
  return w;
}

/// Figures of the small scenario in its years, with nothing else in them.
Figures empty_figures() {
  Figures figures;
  figures.masses = masses(small());
  return figures;
}

template <class Rule>
Flags said(Rule rule, const Figures& figures) {
  Flags flags;
  rule(small(), figures, flags);
  return flags;
}

BalanceRow side(rules::SideKind kind, double made, double moved) {
  BalanceRow row;
  row.site = *small().sites.find(kind == rules::SideKind::output ? "mine" : "plant");
  row.side = kind;
  row.goods = kind == rules::SideKind::output ? "coal" : "fuel";
  row.stated = true;
  row.made = {Tonnes{made}, Tonnes{made}};
  row.moved = {Tonnes{moved}, Tonnes{moved}};
  return row;
}

Flags of_side(rules::SideKind kind, double made, double moved) {
  Figures figures = empty_figures();
  figures.balances = {side(kind, made, moved)};
  return said(balance_flags, figures);
}

PoolRow pool(double km, std::int64_t working) {
  PoolRow row;
  row.pool = Id<Pool>{0};
  row.km = {Kilometres{km * static_cast<double>(working)}, Kilometres{km * static_cast<double>(working)}};
  row.size = row.registered = row.working = working;
  return row;
}

Flags of_pool(const PoolRow& row) {
  Figures figures = empty_figures();
  figures.pools = {row};
  return said(truck_flags, figures);
}

SectionRow section(bool forward, double trains, double asked) {
  SectionRow row;
  row.section = Id<RailSection>{0};
  row.forward = forward;
  row.background = {10.0, 10.0};
  row.trains = {trains, trains};
  row.asked = asked;
  return row;
}

Flags of_sections(const std::vector<SectionRow>& rows) {
  Figures figures = empty_figures();
  figures.railway.sections = rows;
  return said(railway_flags, figures);
}

}  // namespace

TEST_CASE("the four ways in which a side stays open have a rule and a sentence each", "[look]") {
  const auto over = of_side(rules::SideKind::output, 1'000'000, 1'200'000);
  REQUIRE(over.size() == 1);
  CHECK(over[0].rule == "sends_more_than_made");
  CHECK(over[0].en == "2020: mine sends 1.20 Mt of coal, but makes 1.00 Mt only: 0.20 Mt too much");
  CHECK(over[0].zh == "2020年 煤矿 运出煤 120.0 万吨，只产出 100.0 万吨，多出 20.0 万吨");
  const auto left = of_side(rules::SideKind::output, 1'000'000, 950'000);
  CHECK(left.at(0).rule == "output_without_flow");
  CHECK(left.at(0).en == "2020: mine sends 0.95 Mt of coal and makes 1.00 Mt: 50,000 t go nowhere");
  CHECK(of_side(rules::SideKind::need, 400'000, 500'000).at(0).rule == "gets_more_than_needed");
  const auto lack = of_side(rules::SideKind::need, 400'000, 300'000);
  CHECK(lack.at(0).rule == "short");
  CHECK(lack.at(0).en == "2020: plant gets 0.30 Mt of coal and needs 0.40 Mt: short of 0.10 Mt");
  CHECK(lack.at(0).zh == "2020年 电厂 运入煤 30.0 万吨，需要 40.0 万吨，缺 10.0 万吨");
  CHECK(lack.at(0).weight == Approx(100'000.0));
}

TEST_CASE("two kilograms are two roundings, three are a gap", "[look]") {
  CHECK(of_side(rules::SideKind::output, 1'000, 1'000.002).empty());
  CHECK(of_side(rules::SideKind::output, 1'000, 1'000.003).size() == 1);
  CHECK(of_side(rules::SideKind::output, 1'000, 999.997).size() == 1);
}

TEST_CASE("a side that is open in both years is told once, with the base year, one that opens later with the last", "[look]") {
  Figures figures = empty_figures();
  figures.balances = {side(rules::SideKind::need, 400'000, 400'000)};
  figures.balances[0].moved.last = Tonnes{300'000.0};
  const auto later = said(balance_flags, figures);
  REQUIRE(later.size() == 1);
  CHECK(later[0].en.rfind("2021: ", 0) == 0);
  figures.balances[0].stated = false;
  CHECK(said(balance_flags, figures).empty());
}

TEST_CASE("a pile is told in tonnes and days of output", "[look]") {
  // 73 days of 1,000,000 t a year: 200,000 t.
  Figures figures = empty_figures();
  figures.balances = {side(rules::SideKind::output, 1'000'000, 1'000'000)};
  figures.balances[0].pile_days = 73.0;
  const auto flags = said(balance_flags, figures);
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].rule == "sends_before_made");
  CHECK(flags[0].en.find("0.20 Mt (73 days of output) must lie ready, more than 60 days") != std::string::npos);
  CHECK(flags[0].weight == Approx(200'000.0));
  figures.balances[0].pile_days = 60.0;
  CHECK(said(balance_flags, figures).empty());
}

TEST_CASE("a pool that drives too far is wrong in the base year, doubtful if it comes to that later", "[look]") {
  const auto now = of_pool(pool(200'001.0, 50));
  REQUIRE(now.size() == 1);
  CHECK(now[0].severity == Severity::wrong);
  CHECK(now[0].en == "pool semi: 50 trucks drive 200,001 km each in 2020 (above 200,000 km): more than a heavy truck can drive");
  CHECK(of_pool(pool(200'000.0, 50)).empty());
  PoolRow later = pool(100'000.0, 50);
  later.km.last = Kilometres{210'000.0 * 50};
  CHECK(of_pool(later).at(0).severity == Severity::doubtful);
  CHECK(of_pool(later).at(0).en.find("in 2021") != std::string::npos);
}

TEST_CASE("a pool that hardly drives is noted by its base year alone, and one without trucks is not", "[look]") {
  const auto idle = of_pool(pool(19'999.0, 50));
  REQUIRE(idle.size() == 1);
  CHECK(idle[0].severity == Severity::note);
  CHECK(idle[0].rule == "pool_hardly_drives");
  CHECK(of_pool(pool(20'000.0, 50)).empty());
  PoolRow later = pool(100'000.0, 50);
  later.km.last = Kilometres{0.0};
  CHECK(of_pool(later).empty());
  CHECK(of_pool(pool(0.0, 0)).empty());
}

TEST_CASE("a pool is too small if the register has a truck less than it needs", "[look]") {
  PoolRow row = pool(100'000.0, 50);
  row.needed = {50.0, 50.0};
  CHECK(of_pool(row).empty());
  row.needed.last = 50.5;
  const auto flags = of_pool(row);
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].severity == Severity::doubtful);
  CHECK(flags[0].en == "pool semi needs at least 50.5 trucks in 2021, but the register (freight trucks) has 50");
  CHECK(flags[0].weight == Approx(0.5));
}

TEST_CASE("counted trucks that the register does not have are told so", "[look]") {
  Figures figures = empty_figures();
  CountedRow row;
  row.truck_class = Id<TruckClass>{0};
  row.registered = 10;
  row.trips_a_day = {12.4, 12.4};
  row.km = {Kilometres{1'000'000.0}, Kilometres{1'000'000.0}};
  figures.counted = {row};
  CHECK(said(truck_flags, figures).empty());  // 100,000 km each
  figures.counted[0].km.last = Kilometres{1'000'010.0};
  CHECK(said(truck_flags, figures).at(0).en ==
        "semitrailer: 12 trips a day in 2020, 10 registered: each drives 100,001 km a year, above 100,000");
  figures.counted[0].registered = 0;
  CHECK(said(truck_flags, figures).at(0).en == "semitrailer: 12 trips a day in 2020, 0 registered: the register has none");
}

TEST_CASE("a section is told once, for the direction that is fuller", "[look]") {
  // 40 paths: 10 and 26.5 trains are 91 %; 10 and 20 are 75 %.
  const auto flags = of_sections({section(true, 20.0, 20.0), section(false, 26.5, 26.5)});
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].severity == Severity::note);
  CHECK(flags[0].en ==
        "矿东段 (from 东站), 40 paths a day: 91% used in 2020 with background trains, 91% in 2021 at base shares, 91% by wishes");
  CHECK(of_sections({section(true, 26.0, 26.0), section(false, 0.0, 0.0)}).empty());  // nine tenths exactly
}

TEST_CASE("a line is wrong if base shares do not fit, doubtful if wishes do not", "[look]") {
  CHECK(of_sections({section(true, 30.1, 0.0), section(false, 0.0, 0.0)}).at(0).severity == Severity::wrong);
  CHECK(of_sections({section(true, 30.0, 0.0), section(false, 0.0, 0.0)}).at(0).severity == Severity::note);
  CHECK(of_sections({section(true, 0.0, 30.1), section(false, 0.0, 0.0)}).at(0).severity == Severity::doubtful);
}

TEST_CASE("a siding is told what base shares give it, or what wishes ask of it in how many months", "[look]") {
  Figures figures = empty_figures();
  SidingRow row;
  row.siding = Id<Siding>{0};
  row.capacity = {Tonnes{1'000'000.0}, Tonnes{1'000'000.0}};
  row.tonnes = {Tonnes{1'000'000.0}, Tonnes{1'000'000.0}};
  row.asked = Tonnes{1'500'000.0};
  figures.railway.sidings = {row};
  CHECK(said(railway_flags, figures).empty());
  figures.railway.sidings[0].months_over = 3;
  const auto asked = said(railway_flags, figures);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].en ==
        "煤矿专用线: asked for 1.50 Mt in 2021, can take 1.00 Mt; 3 months are over capacity and other chains take the rest");
  CHECK(asked[0].weight == Approx(500'000.0));
  figures.railway.sidings[0].tonnes.base = Tonnes{1'000'001.0};
  CHECK(said(railway_flags, figures).at(0).rule == "siding_over_capacity");
}

TEST_CASE("a station above 85 per cent has long queues, above all of its time a queue without end", "[look]") {
  Figures figures = empty_figures();
  figures.gates.stations = {{Id<Station>{0}, 100.0, 0.85}};
  CHECK(said(station_flags, figures).empty());
  figures.gates.stations[0].used = 0.86;
  CHECK(said(station_flags, figures).at(0).en ==
        "mine: station load-mine (2 servers) serves 100 trucks a day in the busiest month, 86% of its time: queues are long");
  figures.gates.stations[0].used = 1.0;
  CHECK(said(station_flags, figures).at(0).severity == Severity::doubtful);
  figures.gates.stations[0].used = 1.01;
  CHECK(said(station_flags, figures).at(0).severity == Severity::wrong);
  CHECK(said(station_flags, figures).at(0).en.find("its queue never ends") != std::string::npos);
}

TEST_CASE("a missing bay is told with what is done there", "[look]") {
  Figures figures = empty_figures();
  figures.gates.missing = {{*small().sites.find("plant"), StationKind::unload, 50.0}};
  CHECK(said(station_flags, figures).empty());
  figures.gates.missing[0].trucks = 51.0;
  CHECK(said(station_flags, figures).at(0).en ==
        "plant: 51 trucks a day unload in the busiest month, but no row for it: no queue can form");
  CHECK(said(station_flags, figures).at(0).zh == "电厂 最忙月份每天有 51 辆车卸货，但没有卸车台位行：不会排队");
}

TEST_CASE("a long haul is told with its kilometres, if it is long, bulk, by truck alone and no trifle", "[look]") {
  Figures figures = empty_figures();
  TruckRun run;
  run.chain = *small().chains.find("market-road");  // 270,000 t
  run.whole_haul = true;
  run.km = Kilometres{500.0};
  run.loads = {9'000.0, 9'000.0};
  figures.runs = {run};
  CHECK(said(road_flags, figures).empty());
  figures.runs[0].km = Kilometres{501.0};
  CHECK(said(road_flags, figures).at(0).en ==
        "bulk goods mine → market (coal) go 501 km by road, 0.27 Mt a year: check the share or the destination");
  figures.runs[0].whole_haul = false;
  CHECK(said(road_flags, figures).empty());
}

TEST_CASE("ways are measured against 0.8 of the straight line between their ends, those of legs too", "[look]") {
  // The mine stands at its node: a link of 20 km lies between places 14.2 km apart.
  World w = small();
  const auto told = [&w] {
    Flags flags;
    place_flags(w, flags);
    return flags;
  };
  CHECK(told().empty());
  row(w.links, "l1").length = Kilometres{11.4};
  CHECK(told().empty());
  row(w.links, "l1").length = Kilometres{11.0};
  REQUIRE(told().size() == 1);
  CHECK(told()[0].en.find("road 矿路 is 11.0 km long, but its ends are 14.2 km apart") == 0);
  row(w.sites, "market").lat = 0.0;  // outside places are nobody's neighbours
  CHECK(told().size() == 1);
  w = small();
  Leg& leg = row(w.chains, "plant-road").legs.at(0);
  leg.km = Kilometres{11.4};
  CHECK(told().empty());
  leg.km = Kilometres{11.3};
  REQUIRE(told().size() == 1);
  CHECK(told()[0].where.id == "plant-road");
  CHECK(told()[0].en.find("is 11.3 km long, but its ends are 14.2 km apart") != std::string::npos);
}

}  // namespace look_sentences_test
