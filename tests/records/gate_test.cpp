#include <fmt/format.h>

#include "sim/scenario/records/gate/import_gate.hpp"
#include "tests/records/record_scene.hpp"

namespace gate_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kHeader = "时间,厂区,进出,排放标准,燃料,载货,货物,净重(吨)\n";

/// Loaded trucks into the plant on the 15th of each month: 10 t in January, 20 t in February ... 120 t in December; 780 t a year.
std::string year_into_plant(int year, int months = 12) {
  std::string log = kHeader;
  for (int m = 1; m <= months; ++m) log += fmt::format("{}-{:02}-15 08:00,电厂,进,国六,柴油,重,煤,{}\n", year, m, 10 * m);
  return log;
}

/// The small scenario with the coal of the plant as a fixed flow of 4,000 t.
scenario::Files fixed_scenario() {
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "burning,plant,coal,2020-01-01,400000,,,published,yearbook,\n", "");
  replace(files, "tables/process_io.csv", "burning,fuel,in,2020-01-01,1,,,derived,,the driver itself\n", "");
  replace(files, "tables/flows.csv", "mine,plant,pull,2020-01-01,1,", "mine,plant,fixed,2020-01-01,4000,");
  return files;
}

}  // namespace

TEST_CASE("a year at the gate of a plant gives the months of its one coal flow", "[records]") {
  const Laid laid = lay_gate(small_scenario(), year_into_plant(2020));
  CHECK(laid.errors.empty());
  CHECK(laid.imported.misfits.empty());
  // 10 / 780 = 0.01282051 in January, 120 / 780 = 0.15384615 in December; the four millionths that cutting leaves go to the largest
  // remainders: November .64, September .62, July .59, May .56
  CHECK(laid.has_line("tables/profiles.csv",
                      "pf-gate-fl-plant,2020,0.012820,0.025641,0.038461,0.051282,0.064103,0.076923,0.089744,0.102564,0.115385,0.128205,"
                      "0.141026,0.153846,,,published,厂区门禁 2020,weights of 12 loads in of plant"));
  // other years keep the months they had
  CHECK(laid.after.content.at("tables/profiles.csv").find("\npf-gate-fl-plant,,0.085,") != std::string::npos);
  CHECK(laid.after.content.at("tables/flows.csv").find("fl-plant,coal,mine,plant,pull,2020-01-01,1,pf-gate-fl-plant,") !=
        std::string::npos);
  CHECK(laid.notes_say("780 t by the record, 400000 t modelled; pull with no other flow to take the difference: not written"));
}

TEST_CASE("eleven months give neither months nor tonnes, and the gap is named", "[records]") {
  const Laid laid = lay_gate(fixed_scenario(), year_into_plant(2020, 11));
  CHECK(laid.errors.empty());
  CHECK(laid.imported.tables.empty());
  CHECK(laid.notes_say("no row of plant in 2020-12"));
}

TEST_CASE("the tonnes of a fixed flow are those of the log, from the first day of its year", "[records]") {
  const Laid laid = lay_gate(fixed_scenario(), year_into_plant(2021));
  CHECK(laid.errors.empty());
  CHECK(laid.has_line("tables/flows.csv",
                      "fl-plant,coal,mine,plant,fixed,2021-01-01,780,pf-gate-fl-plant,semi,,,,published,厂区门禁 2020,"
                      "weights of 12 loads"));
  CHECK(laid.after.content.at("tables/flows.csv").find("fixed,2020-01-01,4000,pf-gate-fl-plant") != std::string::npos);
}

TEST_CASE("tonnes that the scenario contradicts are refused, the record named before the table that it would change", "[records]") {
  // The plant burns 4,000 t and a fixed flow brings them; the log has 780 t in 2021.
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "burning,plant,coal,2020-01-01,400000,", "burning,plant,coal,2020-01-01,4000,");
  replace(files, "tables/flows.csv", "mine,plant,pull,2020-01-01,1,", "mine,plant,fixed,2020-01-01,4000,");
  const Laid laid = lay_gate(files, year_into_plant(2021));
  REQUIRE(laid.errors.size() == 2);
  CHECK(laid.errors[0].rfind("record.csv: with what this record gives, the scenario does not hold", 0) == 0);
  CHECK(laid.errors[1].find("site \"plant\" (plant), need of coal: 4000.000 t/year needed, 780.000 t/year received") != std::string::npos);
}

TEST_CASE("one load without a weight leaves the tonnes untold, and the months come from numbers of loads", "[records]") {
  const Laid laid = lay_gate(fixed_scenario(), year_into_plant(2020) + "2020-01-20,电厂,进,国六,柴油,重,煤,\n");
  CHECK(laid.errors.empty());
  CHECK(laid.notes_say("1 of 13 loads have no weight; tonnes not told"));
  // two of 13 loads in January, 0.15384615; the millionth that cutting leaves goes there
  CHECK(laid.after.content.at("tables/profiles.csv").find("\npf-gate-fl-plant,2020,0.153847,0.076923,") != std::string::npos);
  CHECK(laid.after.content.at("tables/flows.csv").find("fixed,2020-01-01,4000,") != std::string::npos);
}

TEST_CASE("a share is written where another flow takes what remains", "[records]") {
  scenario::Files files = small_scenario();
  replace(
      files, "tables/flows.csv", "fl-plant,coal,mine,plant,pull,2020-01-01,1,flat",
      "fl-more,coal,market,plant,rest_in,2020-01-01,1,flat,semi,,,,derived,,the rest\nfl-plant,coal,mine,plant,pull,2020-01-01,0.9,flat");
  replace(files, "tables/chains.csv", "plant-road,", "more-road,fl-more,1,,,published,survey,\nplant-road,");
  replace(files, "tables/legs.csv", "plant-road,", "more-road,1,truck,,,,,,,0,,,derived,,network path\nplant-road,");
  std::string log = kHeader;  // out of the mine to the plant and to the market: told at no gate of the mine; the plant has two flows in
  for (int m = 1; m <= 12; ++m) log += fmt::format("2020-{:02}-15,电厂,进,国六,柴油,重,煤,100\n", m);
  const Laid both = lay_gate(files, log);
  CHECK(both.errors.empty());
  CHECK(both.imported.tables.empty());
  CHECK(both.rows_with("several flows explain them (fl-more, fl-plant)") == "2-13");
  // a second mine of its own commodity would be told; here the supplier from outside comes by rail, past the gate
  replace(files, "tables/legs.csv", "more-road,1,truck,,,,,,,0,,,derived,,network path", "more-road,1,belt,,,,,5,1,0,,,derived,,a belt");
  // that is a three hundredth of what stands
  CHECK(lay_gate(files, log).errors_say("fl-plant in 2020: 1200 t in the record, 360000 in the scenario"));
  const Laid one = lay_gate(files, log, {"profiles", "tonnes"}, "", magnitude_is_right());
  CHECK(one.errors.empty());
  // 1,200 t of the 400,000 t that the plant needs
  CHECK(one.has_line("tables/flows.csv",
                     "fl-plant,coal,mine,plant,pull,2020-01-01,0.003000,pf-gate-fl-plant,semi,,,,published,厂区门禁 "
                     "2020,1200 t of 12 loads / 400000 t"));
}

TEST_CASE("loads that several flows explain are listed by their rows and told to none", "[records]") {
  const Laid laid = lay_gate(small_scenario(), kHeader + "2020-01-05,煤矿,出,国五,柴油,重,煤,30\n2020-01-06,煤矿,出,国五,柴油,空,,\n");
  CHECK(laid.errors.empty());
  CHECK(laid.rows_with("several flows explain them (fl-market, fl-market2, fl-plant)") == "2");
  CHECK(laid.imported.counts.find("2020,mine,out,china5,2,1,30.000,0\n") != std::string::npos);
}

TEST_CASE("a gate that rail passes by tells neither months nor tonnes of the flow", "[records]") {
  scenario::Files files = small_scenario();  // one flow to the market, by road or by the mine's own siding
  replace(files, "tables/flows.csv", "fl-market2,coal,mine,market,rest_out,2020-01-01,0.25,flat,semi,,0,0.5,assumed,,the rest\n", "");
  replace(files, "tables/flows.csv", "rest_out,2020-01-01,0.75,flat,semi,30,0.5,1,assumed",
          "rest_out,2020-01-01,1,flat,semi,30,0.5,1,assumed");
  replace(files, "tables/flows.csv", "mine,plant,pull", "market,plant,pull");
  replace(files, "tables/chains.csv", "market2-road,fl-market2,1,,,published,survey,\n", "");
  replace(files, "tables/legs.csv", "market2-road,1,truck,,,,,,,0,,,derived,,network path\n", "");
  std::string log = kHeader;
  for (int m = 1; m <= 12; ++m) log += fmt::format("2020-{:02}-15,煤矿,出,国六,柴油,重,煤,100\n", m);
  const Laid laid = lay_gate(files, log);
  CHECK(laid.errors.empty());
  CHECK(laid.imported.tables.empty());
  CHECK(laid.notes_say("fl-market: the gate of mine sees only a part of the flow (not market-rail)"));
}

TEST_CASE("rows that cannot be taken are listed with the reason", "[records]") {
  const Laid laid = lay_gate(small_scenario(), kHeader +
                                                   "2020-01-05,煤矿,出,国五,柴油,空,,\n"
                                                   "2020-01-05,铝厂,出,国五,柴油,空,,\n"
                                                   "三月五日,煤矿,出,国五,柴油,空,,\n"
                                                   "2020-01-05,煤矿,左,国五,柴油,空,,\n"
                                                   "2020-01-05,煤矿,出,国九,柴油,空,,\n"
                                                   "2020-01-05,煤矿,出,国五,煤油,空,,\n"
                                                   "2020-01-05,煤矿,出,国五,电动,空,,\n"
                                                   "2020-01-05,煤矿,出,国五,柴油,半,,\n"
                                                   "2020-01-05,煤矿,出,国五,柴油,重,焦炭,30\n"
                                                   "2020-01-05,煤矿,出,国五,柴油,重,煤,-3\n"
                                                   "2020-01-05,煤矿,出,国五,柴油,重,煤,30000\n");
  CHECK(laid.errors.empty());
  CHECK(laid.imported.rows == 11);
  CHECK(laid.rows_with("site \"铝厂\"") == "3");
  CHECK(laid.rows_with("time \"三月五日\"") == "4");
  CHECK(laid.rows_with("direction \"左\"") == "5");
  CHECK(laid.rows_with("standard \"国九\"") == "6");
  CHECK(laid.rows_with("fuel \"煤油\"") == "7");
  CHECK(laid.rows_with("does not go with fuel \"电动\"") == "8");
  CHECK(laid.rows_with("loaded \"半\"") == "9");
  CHECK(laid.rows_with("commodity \"焦炭\"") == "10");
  CHECK(laid.rows_with("weight \"-3\"") == "11");
  CHECK(laid.rows_with("weight \"30000\"") == "12");
  // a truck whose standard or fuel cannot be read passed all the same; of a contradiction nobody knows which word is right
  CHECK(laid.imported.counts ==
        "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n2020,mine,out,,2,0,0.000,0\n2020,mine,out,china5,2,0,0.000,0\n");
}

TEST_CASE("an electric truck without a standard has no exhaust", "[records]") {
  const Laid laid = lay_gate(small_scenario(), kHeader + "2020-01-05,煤矿,出,-,电动,空,,\n");
  CHECK(laid.imported.counts.find("mine,out,zero_exhaust,1,") != std::string::npos);
}

TEST_CASE("words of the log are read by the column map", "[records]") {
  const std::string log = "t,门,去向,标,货\n05.01.2020,东门,O,V,N\n";
  const std::string map = R"(time = "DD.MM.YYYY"
[columns]
time = "t"
site = "门"
direction = "去向"
standard = "标"
loaded = "货"
[words.site]
"东门" = "mine"
[words.direction]
"O" = "out"
[words.standard]
"V" = "china5"
[words.loaded]
"N" = "empty"
)";
  CHECK(lay_gate(small_scenario(), log, {"profiles"}, map).imported.counts.find("2020,mine,out,china5,1,0,") != std::string::npos);
}

TEST_CASE("observed trucks are a row a covered year and a row a month of other years", "[records]") {
  const Laid laid = lay_gate(small_scenario(), year_into_plant(2020) + "2021-02-03,电厂,进,国五,柴油,空,,\n", {"observed"});
  CHECK(laid.errors.empty());
  CHECK(laid.has_line("tables/observed.csv",
                      "ob-gate-plant-in-china6-2020,gate_trucks,site=plant;direction=in;standard=china6,2020,12,trucks,厂区门禁 2020"));
  CHECK(
      laid.has_line("tables/observed.csv",
                    "ob-gate-plant-in-china5-2021-02,gate_trucks,site=plant;direction=in;standard=china5,2021-02,1,trucks,厂区门禁 2020"));
  CHECK(laid.has_line("tables/observed.csv",
                      "ob-gate-plant-in-coal-2020,gate_tonnes,site=plant;direction=in;commodity=coal,2020,780,t,厂区门禁 2020"));
  CHECK_FALSE(laid.wrote("tables/profiles.csv"));
}

TEST_CASE("the mix of hired trucks replaces that of its year and sums to one", "[records]") {
  const std::string log =
      "时间,厂区,进出,排放标准,燃料,载货,号牌种类,归属\n2020-01-05,煤矿,进,国五,柴油,空,黄牌,外地\n2020-01-05,煤矿,进,国六,柴油,空,黄牌,"
      "外地\n"
      "2020-01-06,煤矿,进,国六,柴油,空,黄牌,外地\n2020-01-06,煤矿,进,国三,柴油,空,黄牌,本地\n";
  const Laid laid = lay_gate(small_scenario(), log, {"mix"});
  CHECK(laid.errors.empty());
  const std::string mix = laid.after.content.at("../parameters/outside_mix.csv");
  CHECK(mix.find("mx-gate-hired-heavy-2020-china5-diesel,hired,heavy,2020,china5,diesel,0.333333,,,published,厂区门禁 2020,") !=
        std::string::npos);
  CHECK(mix.find("china6,diesel,0.666667,") != std::string::npos);
  CHECK(mix.find("hired-5,") == std::string::npos);
  CHECK(mix.find("through-5,") != std::string::npos);
  CHECK(laid.imported.tables.front().shared);
}

TEST_CASE("the same log laid twice changes nothing the second time", "[records]") {
  const Laid once = lay_gate(fixed_scenario(), year_into_plant(2021), {"profiles", "tonnes", "observed"});
  CHECK(once.imported.tables.size() == 3);
  CHECK(lay_gate(once.after, year_into_plant(2021), {"profiles", "tonnes", "observed"}).imported.tables.empty());
}

TEST_CASE("trips of another scenario are listed, those of this one pass a gate at each end", "[records]") {
  // The run begins on 1 January 2020 after a month of warm-up, so ticks count from 1 December 2019: 31 days and one tick later is January.
  const long long january = 31LL * kTicksPerDay + 1;
  const std::string header =
      "month,end_tick,flow,leg,loaded,vehicle_type,standard,powertrain,fault,owner,compliance,route,wait_ticks,kg,from_site,to_site\n";
  const std::string tail = ",heavy,china5,diesel,sound,local,no_rule,1,0,";
  const auto row = [&](const std::string& month, const std::string& flow, const std::string& load) {
    return fmt::format("{},{},{},1,yes{}{}\n", month, january, flow, tail, load);
  };
  const std::string trips = header + row("2020-01", "fl-plant", "32000,mine,plant") + row("2020-02", "fl-plant", "32000,mine,plant") +
                            row("2020-01", "fl-none", "32000,mine,plant") + row("2020-01", "fl-plant", "32000,mine,nowhere") +
                            row("2020-01", "fl-market", "30000,mine,market") + row("2020-01", "fl-market", "30000,mine,");
  const Laid laid = lay(small_scenario(), trips, {"profiles"}, "", [](const auto& f, const World& world, const auto& request, Problems& p) {
    return scenario::import_gate(
        f, world, request, scenario::GateForm::trips, [](const scenario::Passage&) {}, p);
  });
  CHECK(laid.errors.empty());
  CHECK(laid.rows_with("does not lie in 2020-02") == "3");
  CHECK(laid.rows_with("flow \"fl-none\"") == "4");
  CHECK(laid.rows_with("site \"nowhere\"") == "5");
  // the market lies outside and a yard is no site: three loads leave the mine, one reaches the plant
  CHECK(laid.imported.counts ==
        "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n2020,mine,out,china5,3,3,92.000,0\n2020,plant,in,china5,1,1,32.000,"
        "0\n");
}

}  // namespace gate_test
