#include "tests/scenario/errors.hpp"

namespace checks_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("flow shares of one kind at one site do not sum to more than one", "[scenario]") {
  // rest_out at the mine: 0.75 + 0.26 = 1.01; the last row of the group is named
  check_damage("tables/flows.csv", "rest_out,2020-01-01,0.25,", "rest_out,2020-01-01,0.26,", "small/tables/flows.csv:4:49",
               "rest_out shares of coal at \"mine\" sum to 1.01");
}

TEST_CASE("a balance that does not close names site, commodity and kilograms", "[scenario]") {
  // 600,000 t remain, 0.75 + 0.24 of them leave: 6,000 t stay
  check_damage("tables/flows.csv", "rest_out,2020-01-01,0.25,", "rest_out,2020-01-01,0.24,", "small/tables/sites.csv:2:1",
               "residual 6000000 kg in 2020-01");
}

TEST_CASE("a push of more than the rest is a fault of the flow system", "[scenario]") {
  // the plant pulls 400,000 t of 300,000 t mined
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "100万吨", "30万吨");
  const auto errors = errors_of(files);
  REQUIRE_FALSE(errors.empty());
  for (const std::string& e : errors) CHECK(e.rfind("small/tables/flows.csv:", 0) == 0);
}

TEST_CASE("mistakes elsewhere do not hide those of balances", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", "rest_out,2020-01-01,0.25,", "rest_out,2020-01-01,0.24,");
  replace(files, "tables/sidings.csv", ",10000,", ",-1,");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].find("sidings.csv:2:49:") != std::string::npos);
  CHECK(errors[1].find("residual 6000000 kg") != std::string::npos);
}

TEST_CASE("base shares of a flow sum to one", "[scenario]") {
  check_damage("tables/chains.csv", "market-rail,fl-market,0.4,", "market-rail,fl-market,0.35,", "small/tables/chains.csv:4:23",
               "base shares of flow \"fl-market\" sum to 0.95");
}

TEST_CASE("a flow that begins after the base year may have base shares of zero", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", "fl-market2,coal,mine,market,rest_out,2020-01-01,0.25,flat,semi,,0,0.5,assumed,,the rest\n",
          "fl-market2,coal,mine,market,rest_out,2020-01-01,0,flat,semi,,,,derived,,later\nfl-market2,coal,mine,market,rest_out,2021-01-01,"
          "0.25,flat,semi,,0,0.5,assumed,,the rest\n");
  replace(files, "tables/flows.csv", "fl-market,coal,mine,market,rest_out,2020-01-01,0.75,flat,semi,30,0.5,1,assumed,,the rest\n",
          "fl-market,coal,mine,market,rest_out,2020-01-01,1,flat,semi,30,,,derived,,all\nfl-market,coal,mine,market,rest_out,2021-01-01,0."
          "75,flat,semi,30,0.5,1,assumed,,the rest\n");
  replace(files, "tables/chains.csv", "market2-road,fl-market2,1,", "market2-road,fl-market2,0,");
  CHECK(errors_of(files).empty());
}

TEST_CASE("the months of a profile sum to one", "[scenario]") {
  check_damage("tables/profiles.csv", "flat,,0.085", "flat,,0.084", "small/tables/profiles.csv:2:7", "sum to 0.999");
}

TEST_CASE("the mix of outside trucks sums to one", "[scenario]") {
  check_damage("../parameters/outside_mix.csv", "china6,diesel,0.3,", "china6,diesel,0.2,", "parameters/outside_mix.csv:3:40",
               "shares of hired heavy trucks of 2020 sum to 0.9");
}

TEST_CASE("a siding has a line", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/sidings.csv",
          "sd-mine,煤矿专用线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n",
          "sd-mine,煤矿专用线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n"
          "sd-plant,电厂专用线,plant,n-plant,,,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n");
  check_single(errors_of(files), "small/tables/sidings.csv:3:22", "a siding has a line");
}

TEST_CASE("a rail leg without sections states its kilometres and hours", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "network/rail_sections.csv", "ln-east,1,s-mine,s-east", "ln-east,1,s-mine,g-west");
  check_single(errors_of(files), "small/tables/legs.csv:4:50",
               "no sections of line \"ln-east\" connect s-mine and s-east, so km and hours are needed");
  replace(files, "tables/legs.csv", "sd-mine,,,9", "sd-mine,50,1,9");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a siding whose line is stated by a leg needs no section", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "network/rail_sections.csv", "ln-east,1,s-mine,s-east", "ln-east,1,g-east,g-west");
  replace(files, "tables/legs.csv", "sd-mine,,,9", "sd-mine,50,1,9");
  CHECK(errors_of(files).empty());
}

TEST_CASE("the legs of a chain connect", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/legs.csv", "market-road,1,truck,,,", "market-road,1,truck,,s-east,");
  replace(files, "tables/legs.csv", "market-rail,", "market-road,2,truck,g-west,,,,,,0,,,derived,,network path\nmarket-rail,");
  check_single(errors_of(files), "small/tables/legs.csv:4:21", "the leg before ends at s-east");
}

TEST_CASE("a chain starts at its origin and ends at its destination", "[scenario]") {
  check_damage("tables/legs.csv", "plant-road,1,truck,,,", "plant-road,1,truck,g-east,,", "small/tables/legs.csv:2:20",
               "the flow starts at site \"mine\"");
  check_damage("tables/legs.csv", "plant-road,1,truck,,,", "plant-road,1,truck,,g-east,", "small/tables/legs.csv:2:21",
               "the flow ends at site \"plant\"");
}

TEST_CASE("a yard siding at the station does not stand for the destination's gate", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/legs.csv", "plant-road,1,truck,,,,,", "plant-road,1,rail,s-mine,s-east,ln-east,sd-mine,");
  check_single(errors_of(files), "small/tables/legs.csv:2:26", "the flow ends at site \"plant\"");
  files.content["tables/sidings.csv"] += "sd-plant,电厂专用线,plant,s-east,,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n";
  CHECK(errors_of(files).empty());
}

TEST_CASE("numbers that the program uses must be in values.csv", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "../parameters/values.csv", "choice.nest_scale,2020-01-01,0.6,1,0.3,1,assumed,,r\n", "");
  check_single(errors_of(files), "parameters/values.csv", "\"choice.nest_scale\" is missing");
}

TEST_CASE("a number outside its sense is refused on one side of the bound only", "[scenario]") {
  check_damage("../parameters/values.csv", "choice.nest_scale,2020-01-01,0.6,1,0.3,1", "choice.nest_scale,2020-01-01,1.1,1,0.3,1.2",
               "parameters/values.csv:3:30", "value is \"1.1\"");
  scenario::Files files = small_scenario();
  replace(files, "../parameters/values.csv", "choice.nest_scale,2020-01-01,0.6,1,0.3,1", "choice.nest_scale,2020-01-01,1,1,0.3,1");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a truck without an emission factor is found before it becomes a silent zero", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "国三,柴油", "国四,柴油");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 3);  // NOx, PM2.5, CO2
  for (const std::string& e : errors)
    CHECK(e.rfind("small/tables/register.csv:2:19: heavy diesel china4 trucks have no factor for", 0) == 0);
}

TEST_CASE("electric trucks have no exhaust standard", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "国三,柴油", "国三,电动");
  const auto errors = errors_of(files);
  REQUIRE_FALSE(errors.empty());
  CHECK(errors.front().rfind("small/tables/register.csv:2:19: standard is \"china3\" with powertrain \"electric\"", 0) == 0);
}

TEST_CASE("a class that is simulated as individuals has a pool", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/pools.csv", "semi,semi,16,0.85,,,,,assumed,,r\n", "");
  check_single(errors_of(files), "small/tables/flows.csv:3:58", "has a pool");
}

TEST_CASE("a flow is known from the start of the run", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/flows.csv", "fl-market2,coal,mine,market,rest_out,2020-01-01", "fl-market2,coal,mine,market,rest_out,2020-01-02");
  check_single(errors_of(files), "small/tables/flows.csv:4:38", "the first row of \"fl-market2\" starts 2020-01-02");
}

TEST_CASE("days of one row stand in their order", "[scenario]") {
  check_damage("tables/sites.csv", "112.1,37.9,,", "112.1,37.9,2021-06-01,2021-05-31", "small/tables/sites.csv:2:63",
               "closes is 2021-05-31, opens is 2021-06-01");
}

}  // namespace checks_test
