/// The tables of a look at the small scenario: 1,000,000 t mined, 400,000 t to the plant, 450,000 t and 150,000 t to the market, 40 % of
/// the 450,000 by rail.
#include <catch2/catch.hpp>

#include "analysis/look/tables/sheets.hpp"
#include "analysis/look/tables/sheets_goods.hpp"
#include "analysis/look/tables/sheets_moves.hpp"
#include "analysis/look/tables/sheets_rail.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_sheets_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

struct Tables {
  World world;
  Look look = look_at(world);
  Scribe zh{world, look, Language::zh};
  Scribe en{world, look, Language::en};
  explicit Tables(World w = small_world()) : world(std::move(w)) {}
};

double number(const Sheet& sheet, std::size_t row, std::size_t column) { return sheet.rows.at(row).at(column).number.value(); }
std::string text(const Sheet& sheet, std::size_t row, std::size_t column) { return sheet.rows.at(row).at(column).text; }

}  // namespace

TEST_CASE("the tables come in one order, each with a word of its own and as many cells as columns", "[look]") {
  const Tables t;
  std::vector<std::string> ids;
  for (const Sheet& sheet : all_sheets(t.en)) {
    ids.push_back(sheet.id);
    INFO(sheet.id);
    for (const auto& row : sheet.rows) CHECK(row.size() == sheet.columns.size());
  }
  CHECK(ids == std::vector<std::string>{"flags", "goods", "balances", "hauls", "gates", "stations", "pools", "counted", "sections",
                                        "sidings", "assumed", "flows"});
}

TEST_CASE("goods are counted inside, out of and into the area, in both years", "[look]") {
  const Tables t;
  const Sheet sheet = goods_sheet(t.en);
  REQUIRE(sheet.rows.size() == 1);
  CHECK(sheet.columns[1] == "2020 within (kt)");
  CHECK(sheet.columns[6] == "2021 in (kt)");
  CHECK(text(sheet, 0, 0) == "coal");
  CHECK(number(sheet, 0, 1) == Approx(400.0));
  CHECK(number(sheet, 0, 2) == Approx(600.0));
  CHECK(number(sheet, 0, 3) == 0.0);
  CHECK(number(goods_sheet(t.zh), 0, 2) == Approx(60.0));  // 万吨
}

TEST_CASE("sites stand by the tonnes that they move, and their sides close", "[look]") {
  const Tables t;
  const Sheet sheet = balance_sheet(t.en);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(text(sheet, 0, 0) == "mine");
  CHECK(text(sheet, 0, 2) == "output");
  CHECK(number(sheet, 0, 3) == Approx(1000.0));
  CHECK(number(sheet, 0, 4) == Approx(1000.0));
  CHECK(number(sheet, 0, 5) == Approx(0.0).margin(1e-6));
  CHECK(text(sheet, 1, 0) == "plant");
  CHECK(text(sheet, 1, 2) == "need");
  CHECK(text(sheet, 1, 9) == "—");  // a need is not made in advance
}

TEST_CASE("what the input does not state has a dash instead of a gap", "[look]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "burning,plant,coal,2020-01-01,400000,,,published,yearbook,\n", "");
  replace(files, "tables/process_io.csv", "burning,fuel,in,2020-01-01,1,,,derived,,the driver itself\n", "");
  replace(files, "tables/flows.csv", "pull,2020-01-01,1,flat", "fixed,2020-01-01,400000,flat");
  const Tables t(world_of(files));
  const Sheet sheet = balance_sheet(t.en);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(text(sheet, 1, 3) == "—");
  CHECK(number(sheet, 1, 4) == Approx(400.0));
  CHECK(text(sheet, 1, 5) == "—");
}

TEST_CASE("flows stand largest first with the shares of their modes in percent", "[look]") {
  const Tables t;
  const Sheet sheet = flow_sheet(t.en);
  REQUIRE(sheet.rows.size() == 3);
  CHECK(text(sheet, 0, 0) == "fl-market");
  CHECK(text(sheet, 1, 0) == "fl-plant");
  CHECK(text(sheet, 2, 0) == "fl-market2");
  CHECK(number(sheet, 0, 4) == Approx(450.0));
  CHECK(number(sheet, 0, 6) == Approx(60.0));
  CHECK(number(sheet, 0, 7) == Approx(40.0));
  CHECK(number(sheet, 0, 8) == 0.0);
}

TEST_CASE("hauls fall into seven bands, the first without a lower and the last without an upper end", "[look]") {
  // Plant: 1 + 20 + 1 km = 22 km, 400 kt. Market: 1 + 20 + 30 + 300 km = 351 km, 270 + 150 kt.
  const Tables t;
  const Sheet sheet = haul_sheet(t.en);
  REQUIRE(sheet.rows.size() == 1);
  REQUIRE(sheet.columns.size() == 10);
  CHECK(sheet.columns[3] == "<10 km");
  CHECK(sheet.columns[4] == "10–30 km");
  CHECK(sheet.columns[9] == "≥500 km");
  CHECK(number(sheet, 0, 1) == Approx(820.0));
  CHECK(number(sheet, 0, 2) == Approx((400.0 * 22.0 + 420.0 * 351.0) / 820.0));
  CHECK(number(sheet, 0, 4) == Approx(400.0));
  CHECK(number(sheet, 0, 8) == Approx(420.0));
  CHECK(number(sheet, 0, 9) == 0.0);
}

TEST_CASE("gates count loaded trucks, not what a train takes from inside the fence", "[look]") {
  // Mine: 400,000 / 32 + 270,000 / 30 + 150,000 / 32 = 26,187.5 loads a year out; plant: 12,500 in.
  const Tables t;
  const Sheet sheet = gate_sheet(t.en);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(text(sheet, 0, 0) == "mine");
  CHECK(number(sheet, 0, 1) == Approx(26'187.5 / 365.0));
  CHECK(number(sheet, 0, 2) == 0.0);
  CHECK(number(sheet, 1, 2) == Approx(12'500.0 / 365.0));
  // February 2021 has 0.077 of the year on 28 days
  CHECK(number(sheet, 0, 5) == Approx(26'187.5 * 0.077 / 28.0));
  CHECK(number(sheet, 0, 6) == Approx(86'400.0 / (26'187.5 * 0.077 / 28.0)));
}

TEST_CASE("a loading place is in use for its trucks times its mean minutes over its servers' day", "[look]") {
  // Triangular 15, 20, 30: 21.667 minutes; two servers.
  const Tables t;
  const Sheet sheet = station_sheet(t.zh);
  REQUIRE(sheet.rows.size() == 1);
  CHECK(text(sheet, 0, 2) == "装车");
  CHECK(number(sheet, 0, 3) == 2.0);
  CHECK(number(sheet, 0, 5) == Approx(100.0 * 26'187.5 * 0.077 / 28.0 * (65.0 / 3.0) / 2880.0));
}

TEST_CASE("a pool without a stated number shows a dash, and the fifty trucks of the register", "[look]") {
  const Tables t;
  const Sheet sheet = pool_sheet(t.en);
  REQUIRE(sheet.rows.size() == 1);
  CHECK(text(sheet, 0, 0) == "semi");
  CHECK(text(sheet, 0, 6) == "—");
  CHECK(number(sheet, 0, 7) == 50.0);
  World stated = small_world();
  row(stated.pools, "semi").trucks = 120;
  const Tables with(stated);
  CHECK(number(pool_sheet(with.en), 0, 6) == 120.0);
}

TEST_CASE("a section is told in both directions, the fuller first", "[look]") {
  // 180,000 t / 3,500 t = 51.43 trains a year beside 10 a day, of 40 paths.
  const Tables t;
  const Sheet sheet = section_sheet(t.en);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(text(sheet, 0, 1) == "矿站→东站");
  CHECK(text(sheet, 1, 1) == "东站→矿站");
  CHECK(number(sheet, 0, 2) == 40.0);
  CHECK(number(sheet, 0, 3) == 10.0);
  CHECK(number(sheet, 0, 4) == Approx(180'000.0 / 3'500.0 / 365.0));
  CHECK(number(sheet, 0, 6) == Approx(100.0 * (10.0 + 180'000.0 / 3'500.0 / 365.0) / 40.0));
  CHECK(number(sheet, 1, 6) == Approx(25.0));
}

TEST_CASE("a siding is told with its capacity of the days in service", "[look]") {
  // 10,000 t on 366 and on 365 days.
  const Tables t;
  const Sheet sheet = siding_sheet(t.en);
  REQUIRE(sheet.rows.size() == 1);
  CHECK(text(sheet, 0, 1) == "fence");
  CHECK(number(sheet, 0, 2) == Approx(3'660.0));
  CHECK(number(sheet, 0, 3) == Approx(180.0));
  CHECK(number(sheet, 0, 4) == Approx(3'650.0));
  CHECK(number(sheet, 0, 6) == 0.0);
}

TEST_CASE("assumptions stand by their tonnes with range and reason, twenty at most", "[look]") {
  Tables t;
  const Sheet sheet = assumed_sheet(t.en);
  REQUIRE_FALSE(sheet.rows.empty());
  CHECK(text(sheet, 0, 0) == "tables/flows.csv");
  CHECK(text(sheet, 0, 1) == "fl-market");
  CHECK(number(sheet, 0, 2) == Approx(450.0));
  CHECK(text(sheet, 0, 3) == "0.5 – 1");
  CHECK(text(sheet, 0, 4) == "the rest");
  AssumedRow row = t.look.assumed[0];
  row.provenance.low = 8'000.0;
  row.provenance.high = 12'000.0;
  t.look.assumed.assign(20, row);
  CHECK(assumed_sheet(t.en).rows.size() == 20);
  CHECK(text(assumed_sheet(t.en), 0, 3) == "8,000 – 12,000");
  row.provenance.high.reset();
  t.look.assumed.assign(21, row);
  CHECK(assumed_sheet(t.en).rows.size() == 20);
  CHECK(text(assumed_sheet(t.en), 0, 3) == "—");
}

TEST_CASE("flags stand in their order with the place to look at", "[look]") {
  Tables t;
  t.look.flags = {{Severity::note, "r", {"tables/sites.csv", "mine"}, "一", "one"}, {Severity::wrong, "r", {"f", "i"}, "二", "two"}};
  const Sheet sheet = flag_sheet(t.zh);
  REQUIRE(sheet.rows.size() == 2);
  CHECK(text(sheet, 0, 0) == "提示");
  CHECK(text(sheet, 0, 1) == "一");
  CHECK(text(sheet, 0, 2) == "tables/sites.csv");
  CHECK(text(sheet, 0, 3) == "mine");
  CHECK(text(flag_sheet(t.en), 1, 1) == "two");
}

}  // namespace look_sheets_test
