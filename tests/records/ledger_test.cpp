/// Gate and weighbridge logs that lack something, and the ledger of vehicles (电子台账) that the rules on gates ask for.
#include <fmt/format.h>

#include "sim/scenario/records/gate/import_gate.hpp"
#include "tests/records/record_scene.hpp"

namespace ledger_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// Twelve loads of 30 t into the plant, one a month, as the ledger writes them.
std::string ledger(const std::string& above, int stage_from = 1) {
  std::string out = above + "进出厂时间,车牌号码,注册日期,车辆识别代号(VIN),发动机号码,排放阶段,运输货物名称,运输量,车队名称\n";
  for (int m = 1; m <= 12; ++m)
    out += fmt::format("2020{:02}15 080500,晋A{:05},20180301,LZZ{:05},E{:05},{},煤,30.0,某车队\n", m, m, m, m, m < stage_from ? "" : "5");
  return out;
}

scenario::Answers at(const std::string& site) {
  scenario::Answers answers;
  answers.site = site;
  return answers;
}

}  // namespace

TEST_CASE("the ledger gives months, standards and tonnes without a column for site, direction or load", "[records]") {
  for (const auto& [above, site] :
       {std::pair<std::string, std::string>{"", "plant"}, {"", "电厂"}, {"电厂运输车辆电子台账,,,,,,,,\n", ""}}) {
    INFO(above << site);
    const Laid laid = lay_gate(small_scenario(), ledger(above), {"profiles"}, "", at(site));
    CHECK(laid.errors.empty());
    CHECK(laid.imported.misfits.empty());
    CHECK(laid.imported.counts.find("2020,plant,,china5,12,12,360.000,0\n") != std::string::npos);
    // coal goes into the plant and never out: the goods tell the direction, so that the months are derived
    CHECK(laid.has_line(
        "tables/profiles.csv",
        "pf-gate-fl-plant,2020,0.083334,0.083334,0.083334,0.083334,0.083333,0.083333,0.083333,0.083333,0.083333,0.083333,"
        "0.083333,0.083333,,,derived,厂区门禁 2020,\"weights of 12 loads in of plant; the log has no direction, the goods tell it\""));
  }
}

TEST_CASE("a ledger whose site nobody says is refused with the option that says it", "[records]") {
  const Laid laid = lay_gate(small_scenario(), ledger(""));
  REQUIRE(laid.errors.size() == 1);
  CHECK(laid.errors_say("record.csv:2:1: the record does not say at which site it was kept (rows 2-13)"));
  CHECK(laid.errors_say("--site"));
  CHECK(lay_gate(small_scenario(), ledger(""), {"profiles"}, "", at("西厂")).errors_say("--site 西厂 is not a site of the scenario"));
}

TEST_CASE("a weighbridge log without standard and direction gives its tonnes", "[records]") {
  std::string log = "磅单号,过磅时间,单位名称,车号,货名,净重(kg)\n";
  for (int m = 1; m <= 12; ++m) log += fmt::format("P{:04},2020-{:02}-15 08:05:00,电厂,晋A1,煤,\"30,000\"\n", m, m);
  const Laid laid = lay_gate(small_scenario(), log, {"profiles", "observed"});
  CHECK(laid.errors.empty());
  CHECK(laid.imported.counts.find("2020,plant,,,12,12,360.000,0\n") != std::string::npos);
  CHECK(laid.wrote("tables/profiles.csv"));
  CHECK_FALSE(laid.wrote("tables/observed.csv"));  // no direction, no standard: no row of observed counts
}

TEST_CASE("a ledger with a visit a row, when it came and when it left, is read too", "[records]") {
  std::string log = "车牌号,进厂时间,出厂时间,排放阶段,货物名称,运输量(吨)\n";
  for (int m = 1; m <= 12; ++m) log += fmt::format("晋A1,2020-{0:02}-15 08:05:01,2020-{0:02}-15 09:00:00,6,煤,30\n", m);
  const Laid laid = lay_gate(small_scenario(), log + "晋A2,,2020-12-16 09:00:00,D,,\n", {"profiles"}, "", at("电厂"));
  CHECK(laid.errors.empty());
  CHECK(laid.imported.misfits.empty());
  CHECK(laid.imported.counts ==
        "year,site,direction,standard,trucks,loaded,tonnes,unweighed\n2020,plant,,china6,12,12,360.000,0\n2020,plant,,zero_exhaust,1,0,0."
        "000,0\n");
  CHECK(laid.wrote("tables/profiles.csv"));
}

TEST_CASE("trucks whose standard cannot be read block the counts by standard and not the tonnes", "[records]") {
  std::string log = "时间,厂区,进出,排放标准,载货,货物,净重(吨)\n";
  for (int m = 1; m <= 12; ++m) log += fmt::format("2020-{:02}-15,电厂,进,{},重,煤,30\n", m, m == 3 ? "国九" : "国五");
  const Laid laid = lay_gate(small_scenario(), log, {"profiles", "observed"});
  CHECK(laid.errors.empty());
  CHECK(laid.after.content.at("tables/profiles.csv").find("weights of 12 loads in of plant") != std::string::npos);
  const std::string observed = laid.after.content.at("tables/observed.csv");
  CHECK(observed.find("gate_trucks") == std::string::npos);
  CHECK(observed.find("ob-gate-plant-in-coal-2020,gate_tonnes,site=plant;direction=in;commodity=coal,2020,360,t,") != std::string::npos);
  CHECK(laid.notes_say("observed gate_trucks of plant in 2020: row 4 could not be read; not written"));
}

TEST_CASE("a row that cannot be read blocks its firm's year at the gate, other years are written", "[records]") {
  std::string log = "时间,厂区,进出,排放标准,载货,货物,净重(吨)\n";
  for (int year : {2020, 2021}) {
    for (int m = 1; m <= 12; ++m)
      log += fmt::format("{0}-{1:02}-15,电厂,进,国五,重,煤,{2}\n{0}-{1:02}-16,电厂,进,国五,重,煤,30\n", year, m,
                         year == 2020 && m == 3 ? "三十" : "30");
  }
  const Laid laid = lay_gate(small_scenario(), log, {"profiles"});
  CHECK(laid.errors.empty());
  const std::string profiles = laid.after.content.at("tables/profiles.csv");
  CHECK(profiles.find("pf-gate-fl-plant,2021,") != std::string::npos);
  CHECK(profiles.find("pf-gate-fl-plant,2020,") == std::string::npos);
  const Laid allowed = lay_gate(small_scenario(), log, {"profiles"}, "", gaps_allowed());
  const std::string both = allowed.after.content.at("tables/profiles.csv");
  CHECK(both.find("derived,厂区门禁 2020,weights of 23 loads in of plant; gap: row 6 could not be read") != std::string::npos);
  // of a row without a day nobody knows the year: both are blocked, and nothing is left to write
  const Laid dayless = lay_gate(small_scenario(), log + "某日,电厂,进,国五,重,煤,30\n", {"profiles"});
  CHECK(dayless.imported.tables.empty());
  CHECK(dayless.errors_say("record.csv:50:1: time \"某日\" cannot be read"));
}

TEST_CASE("gates that nobody knows may be any site's, firms that the scenario has not are others", "[records]") {
  const auto log = [](const std::string& heading, const std::string& other) {
    std::string out = "时间," + heading + ",进出,排放标准,载货,货物,净重(吨)\n";
    for (int m = 1; m <= 12; ++m)
      out += fmt::format("2020-{0:02}-15,电厂,进,国五,重,煤,30\n2020-{0:02}-16,{1},进,国五,重,煤,30\n", m, other);
    return out;
  };
  CHECK(lay_gate(small_scenario(), log("企业名称", "铝业公司"), {"profiles"}).wrote("tables/profiles.csv"));
  CHECK(lay_gate(small_scenario(), log("道闸", "西门"), {"profiles"}).errors_say("site \"西门\" is not a site of the scenario"));
  CHECK(lay_gate(small_scenario(), log("企业名称", "东门"), {"profiles"}, "[words.site]\n\"西门\" = \"plant\"\n")
            .errors_say("site \"东门\""));
}

TEST_CASE("a log that begins inside a month does not count as that month", "[records]") {
  std::string log = "时间,厂区,进出,排放标准,载货,货物,净重(吨)\n";
  for (Date day = make_date(2020, 1, 15); day <= make_date(2020, 12, 31); day = day + 1) log += to_string(day) + ",电厂,进,国五,重,煤,30\n";
  const Laid laid = lay_gate(small_scenario(), log, {"profiles", "observed"});
  CHECK(laid.errors.empty());
  CHECK_FALSE(laid.wrote("tables/profiles.csv"));
  CHECK(laid.notes_say("months and tonnes of fl-plant 2020: the record holds a part of 2020-01; not written"));
  // the other months are whole and stand as months
  const std::string observed = laid.after.content.at("tables/observed.csv");
  CHECK(observed.find("china5-2020-02,gate_trucks,site=plant;direction=in;standard=china5,2020-02,29,trucks,") != std::string::npos);
  CHECK(observed.find(",2020-01,") == std::string::npos);
  CHECK(observed.find("standard=china5,2020,") == std::string::npos);
  const Laid allowed = lay_gate(small_scenario(), log, {"profiles"}, "", gaps_allowed());
  CHECK(allowed.after.content.at("tables/profiles.csv")
            .find("derived,厂区门禁 2020,weights of 352 loads in of plant; gap: the record holds a part of 2020-01") != std::string::npos);
}

TEST_CASE("a passage that stands twice with its plate or second is counted once, without them it is asked", "[records]") {
  const std::string plates =
      "车牌号,时间,厂区,进出,排放标准,载货\n晋A1,2020-03-01,煤矿,出,国五,空\n晋A1,2020-03-01,煤矿,出,国五,空\n晋A2,2020-03-01,煤矿,出,国五,"
      "空\n";
  const Laid once = lay_gate(small_scenario(), plates);
  CHECK(once.errors.empty());
  CHECK(once.imported.counts.find("2020,mine,out,china5,2,0,") != std::string::npos);
  CHECK(once.notes_say("row 3: equal to a row above in all cells"));
  const std::string seconds = "时间,厂区,进出,排放标准,载货\n2020-03-01 08:05:01,煤矿,出,国五,空\n2020-03-01 08:05:01,煤矿,出,国五,空\n";
  CHECK(lay_gate(small_scenario(), seconds).imported.counts.find("2020,mine,out,china5,1,0,") != std::string::npos);
  // to the minute, or with the midnight that a day gets when it is exported, two trucks may look alike
  for (const std::string time : {"2020-03-01 08:05", "2020-03-01", "2020-03-01 00:00:00"}) {
    INFO(time);
    const std::string row = time + ",煤矿,出,国五,空\n";
    CHECK(lay_gate(small_scenario(), "时间,厂区,进出,排放标准,载货\n" + row + row).errors_say("--repeats"));
    CHECK(lay_gate(small_scenario(), "时间,厂区,进出,排放标准,载货\n" + row + row, {"profiles"}, "", repeats_are(scenario::Repeats::add))
              .imported.counts.find("2020,mine,out,china5,2,0,") != std::string::npos);
  }
}

}  // namespace ledger_test
