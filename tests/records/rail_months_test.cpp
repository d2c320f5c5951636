#include <fmt/format.h>

#include "tests/records/record_scene.hpp"

namespace rail_months_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kHeader = "专用线,品类,月份,发送量(吨)\n";

/// The mine's siding with the same tonnes in each month of a year.
std::string year_of(int year, double tonnes, int months = 12) {
  std::string out = kHeader;
  for (int m = 1; m <= months; ++m) out += fmt::format("煤矿专用线,煤,{}年{}月,{}\n", year, m, tonnes);
  return out;
}

}  // namespace

TEST_CASE("rail tonnes of the base year become base shares of the flow through the siding", "[records]") {
  // The mine sends 600,000 t to the market, three quarters of it (450,000 t) as fl-market, which alone uses the siding.
  // 12 x 9,375 t = 112,500 t are a quarter of that; the road keeps the rest.
  const Laid laid = lay_rail(small_scenario(), year_of(2020, 9375));
  CHECK(laid.errors.empty());
  CHECK(laid.imported.misfits.empty());
  CHECK(laid.has_line("tables/chains.csv",
                      "market-rail,fl-market,0.250000,,,published,厂区门禁 2020,112500 t at sd-mine in 2020 / 450000 t of "
                      "the flow"));
  CHECK(laid.has_line(
      "tables/chains.csv",
      "market-road,fl-market,0.750000,,,derived,厂区门禁 2020,\"what rail leaves of the flow, split as the base shares were\""));
  CHECK(laid.has_line("tables/chains.csv", "plant-road,fl-plant,1,,,published,survey,"));
}

TEST_CASE("as many rail tonnes as the flow has are taken, more are refused", "[records]") {
  const Laid all = lay_rail(small_scenario(), year_of(2020, 37500));
  CHECK(all.errors.empty());
  CHECK(all.after.content.at("tables/chains.csv").find("market-rail,fl-market,1.000000,") != std::string::npos);
  CHECK(all.after.content.at("tables/chains.csv").find("market-road,fl-market,0.000000,") != std::string::npos);
  const Laid more = lay_rail(small_scenario(), year_of(2020, 37501), {"shares"});
  CHECK(more.errors.empty());
  CHECK(more.imported.tables.empty());
  CHECK(more.rows_with("more rail tonnes than the flow has") == "2-13");
}

TEST_CASE("a siding of two flows is split as modelled, and the shares are derived", "[records]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/chains.csv", "market2-road,fl-market2,1,,,published,survey,\n",
          "market2-road,fl-market2,0.6,,,published,survey,\nmarket2-rail,fl-market2,0.4,,,published,survey,\n");
  replace(files, "tables/legs.csv", "market2-road,",
          "market2-rail,1,rail,s-mine,s-east,ln-east,sd-mine,,,9,3,24,assumed,,loading\nmarket2-road,");
  // both flows have 0.4 by rail, so 150,000 t of 600,000 t are a quarter of each
  const Laid laid = lay_rail(files, year_of(2020, 12500), {"shares"});
  CHECK(laid.errors.empty());
  const std::string chains = laid.after.content.at("tables/chains.csv");
  CHECK(chains.find("market-rail,fl-market,0.250000,,,derived,") != std::string::npos);
  CHECK(chains.find("market2-rail,fl-market2,0.250000,,,derived,") != std::string::npos);
}

TEST_CASE("a base year with a gap leaves the shares alone", "[records]") {
  const Laid laid = lay_rail(small_scenario(), year_of(2020, 9375, 11), {"shares"});
  CHECK(laid.errors.empty());
  CHECK(laid.imported.tables.empty());
  CHECK(laid.notes_say("base year 2020: the record has no row in 2020-12"));
}

TEST_CASE("another year than the base year is observed only", "[records]") {
  const Laid laid = lay_rail(small_scenario(), year_of(2021, 9375));
  CHECK(laid.errors.empty());
  CHECK_FALSE(laid.wrote("tables/chains.csv"));
  // the record holds every siding that handles coal: rail_tonnes of the commodity, by month and year
  CHECK(laid.has_line("tables/observed.csv", "ob-rail-coal-2021,rail_tonnes,commodity=coal,2021,112500,t,厂区门禁 2020"));
  CHECK(laid.has_line("tables/observed.csv", "ob-rail-coal-2021-07,rail_tonnes,commodity=coal,2021-07,9375,t,厂区门禁 2020"));
}

TEST_CASE("without one of the sidings the tonnes stand alone", "[records]") {
  scenario::Files files = small_scenario();
  files.content["tables/sidings.csv"] += "sd-two,二号线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n";
  replace(files, "tables/chains.csv", "market2-road,fl-market2,1,,,published,survey,\n",
          "market2-road,fl-market2,0.6,,,published,survey,\nmarket2-rail,fl-market2,0.4,,,published,survey,\n");
  replace(files, "tables/legs.csv", "market2-road,",
          "market2-rail,1,rail,s-mine,s-east,ln-east,sd-two,,,9,3,24,assumed,,loading\nmarket2-road,");
  const Laid laid = lay_rail(files, year_of(2020, 9375), {"observed"});
  CHECK(laid.errors.empty());
  CHECK(laid.has_line("tables/observed.csv",
                      "ob-rail-sd-mine-coal-2020,siding_tonnes,siding=sd-mine;commodity=coal,2020,112500,t,厂区门禁 2020"));
  CHECK(laid.notes_say("does not hold every siding"));
}

TEST_CASE("rail rows that do not fit are listed, repeated months are added up and said", "[records]") {
  const Laid laid = lay_rail(small_scenario(), year_of(2020, 9375) +
                                                   "煤矿专用线,煤,2020-01,25\n"
                                                   "铝厂专用线,煤,2020-01,25\n"
                                                   "煤矿专用线,焦炭,2020-01,25\n"
                                                   "煤矿专用线,煤,一月,25\n"
                                                   "煤矿专用线,煤,2020-02,-25\n"
                                                   "煤矿专用线,煤,2020-02,\n");
  // rows 16-19 are of the mine's siding: all of 2020, and of a month that nobody can read any year, is blocked
  CHECK(laid.imported.tables.empty());
  CHECK(laid.errors.size() == 4);
  CHECK(laid.rows_with("siding \"铝厂专用线\"") == "15");
  CHECK(laid.rows_with("commodity \"焦炭\"") == "16");
  CHECK(laid.rows_with("month \"一月\"") == "17");
  CHECK(laid.rows_with("tonnes \"-25\"") == "18");
  CHECK(laid.rows_with("tonnes are empty") == "19");
  CHECK(laid.notes_say("rows 14 name a month again"));
  CHECK(lay_rail(small_scenario(), year_of(2020, 9375) + "煤矿专用线,煤,2020-01,25\n")
            .has_line("tables/observed.csv", "ob-rail-coal-2020-01,rail_tonnes,commodity=coal,2020-01,9400,t,厂区门禁 2020"));
}

TEST_CASE("ten thousand tonnes are tonnes", "[records]") {
  const Laid laid = lay_rail(small_scenario(), "专用线,品类,月份,万吨\n煤矿专用线,煤,2020-03,0.9375\n", {"observed"});
  CHECK(laid.has_line("tables/observed.csv", "ob-rail-coal-2020-03,rail_tonnes,commodity=coal,2020-03,9375,t,厂区门禁 2020"));
}

}  // namespace rail_months_test
