#include "tests/records/record_scene.hpp"

namespace register_test {

using namespace railshift;
using namespace railshift::test;

namespace {
const std::string kHeader = "车型,排放标准,燃料,注册年份,辆数\n";
}

TEST_CASE("register counts replace the local rows of their segment", "[records]") {
  const Laid laid = lay_register(kHeader + "重型货车,国五,柴油,2017,120\n重型货车,国6,柴油,2019,7\n");
  CHECK(laid.errors.empty());
  CHECK(laid.imported.misfits.empty());
  CHECK(laid.has_line("tables/register.csv",
                      "rg-freight-2017-china5-diesel,freight,heavy,china5,diesel,2017,local,,120,,,published,厂区门禁 2020,"));
  CHECK(laid.has_line("tables/register.csv",
                      "rg-freight-2019-china6-diesel,freight,heavy,china6,diesel,2019,local,,7,,,published,厂区门禁 2020,"));
  CHECK(laid.after.content.at("tables/register.csv").find("r-3,") == std::string::npos);
  CHECK(laid.notes_say("freight: 127 local trucks by the record, 50 before"));
}

TEST_CASE("trucks that the scenario has no emission factors for are refused with its problems", "[records]") {
  const Laid laid = lay_register(kHeader + "重型货车,,纯电动,2019,7\n");
  // The record, then NOx, PM2.5 and CO2 of the electric truck.
  REQUIRE(laid.errors.size() == 4);
  CHECK(laid.errors[0].find("with what this record gives, the scenario does not hold") != std::string::npos);
  for (std::size_t i = 1; i < laid.errors.size(); ++i) CHECK(laid.errors[i].find("electric") != std::string::npos);
}

TEST_CASE("register rows that do not fit are listed", "[records]") {
  const Laid laid = lay_register(kHeader +
                                 "重型货车,国五,柴油,2017,120\n"
                                 "重型货车,国五,柴油,2018,-4\n"
                                 "重型货车,国五,柴油,2018,4.5\n"
                                 "清障车,国五,柴油,2018,4\n"
                                 "轻型,国五,柴油,2018,4\n"
                                 "重型货车,国十,柴油,2018,4\n"
                                 "重型货车,国五,,2018,4\n"
                                 "重型货车,国五,柴油,十八年,4\n"
                                 "重型货车,国五,柴油,2017,9\n");
  // they are, or may be, of the only segment: its rows stay
  CHECK(laid.imported.tables.empty());
  CHECK(laid.errors.size() == 7);
  CHECK(laid.rows_with("count \"-4\"") == "3");
  CHECK(laid.rows_with("count \"4.5\"") == "4");
  CHECK(laid.rows_with("vehicle type \"清障车\" is not known") == "5");
  CHECK(laid.rows_with("vehicle type \"轻型\" has 0 segments") == "6");
  CHECK(laid.rows_with("standard \"国十\"") == "7");
  CHECK(laid.rows_with("fuel is empty") == "8");
  CHECK(laid.rows_with("year \"十八年\"") == "9");
  CHECK(laid.notes_say("1 rows say more trucks of a kind that a row above has; added up"));
}

TEST_CASE("the register is the stock of the first day, so the last year before it is the latest", "[records]") {
  // the run begins on 1 January 2020
  const Laid laid = lay_register(kHeader + "重型货车,国六,柴油,2019,400\n重型货车,国六,柴油,2020,6\n");
  CHECK(laid.errors.empty());
  CHECK(laid.notes_say("rows 3: registered after the first day 2020-01-01, whose stock the register is, not read"));
  CHECK(laid.notes_say("freight: 400 local trucks"));
}

TEST_CASE("types of the register can be named as segments", "[records]") {
  const std::string log = kHeader + "仓栅车,国五,柴油,2017,120\n";
  CHECK(lay_register(log).errors.size() == 1);  // no row could be taken
  const Laid laid = lay_register(log, "[words.vehicle_type]\n\"仓栅车\" = \"freight\"\n");
  CHECK(laid.errors.empty());
  CHECK(laid.notes_say("freight: 120 local trucks"));
}

}  // namespace register_test
