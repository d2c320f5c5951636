#include "tests/scenario/errors.hpp"

namespace check_completeness_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kValues = "../parameters/values.csv";
const std::string kPools = "tables/pools.csv";
const std::string kProfiles = "tables/profiles.csv";
const std::string kMonths = ",0.085,0.077,0.085,0.082,0.085,0.082,0.085,0.085,0.082,0.085,0.082,0.085,,,derived,,days of the month\n";

std::vector<std::string> with_more(const std::string& key, const std::string& rows) {
  scenario::Files files = small_scenario();
  files.content[key] += rows;
  return errors_of(files);
}

}  // namespace

TEST_CASE("every number that the program uses stands in values, and no other", "[scenario]") {
  check_refused(kValues, "stock.power_days,2020-01-01,15,d,7,25,assumed,,r\n", "",
                "parameters/values.csv:", "\"stock.power_days\" is missing");
  const auto errors = with_more(kValues, "stock.power_day,2020-01-01,15,d,7,25,assumed,,r\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("did you mean \"stock.power_days\"?") != std::string::npos);
}

TEST_CASE("a number keeps to its sense on every day of its rows", "[scenario]") {
  const std::string row = "rail.delay_fade,2020-01-01,0.7,1,0.3,0.9,assumed,,r\n";
  CHECK(with_more(kValues, "rail.delay_fade,2021-01-01,0.9,1,0.6,0.9,assumed,,r\n").empty());
  CHECK(with_more(kValues, "rail.delay_fade,2021-01-01,1.1,1,0.6,1.2,assumed,,r\n").size() == 1);
  check_refused(kValues, row, "rail.delay_fade,2020-01-01,-0.1,1,-1,0.9,assumed,,r\n", "parameters/values.csv:", "value is \"-0.1\"");
}

TEST_CASE("one pool a truck class, beside the shuttles of single flows", "[scenario]") {
  const auto errors = with_more(kPools, "semi2,semi,16,0.85,,,,,assumed,,r\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("truck_class is \"semi\" again") != std::string::npos);
  CHECK(with_more(kPools, "semi2,semi,16,0.85,fl-market,,,,assumed,,r\n").empty());
}

TEST_CASE("without a pool of its class every flow needs a shuttle", "[scenario]") {
  const std::string pool = "semi,semi,16,0.85,,,,,assumed,,r\n";
  const auto shuttles = [](const std::vector<std::string>& flows) {
    std::string rows;
    for (const std::string& flow : flows) rows += "p-" + flow + ",semi,16,0.85," + flow + ",,,,assumed,,r\n";
    return rows;
  };
  check_accepted(kPools, pool, shuttles({"fl-market", "fl-market2", "fl-plant"}));
  check_refused(kPools, pool, shuttles({"fl-market", "fl-plant"}), "small/tables/flows.csv:4:", "truck_class is \"semi\"");
  scenario::Files counted = small_scenario();
  replace(counted, kPools, pool, "");
  replace(counted, "../parameters/truck_classes.csv", "32,17,individual", "32,17,count");
  CHECK(errors_of(counted).empty());
}

TEST_CASE("a flow has a chain", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/chains.csv", "market2-road,fl-market2,1,,,published,survey,\n", "");
  replace(files, "tables/legs.csv", "market2-road,1,truck,,,,,,,0,,,derived,,network path\n", "");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("small/tables/flows.csv:4:1: flow \"fl-market2\" has no chain") == 0);
}

TEST_CASE("a profile has a row for every year of the run, or one for any year", "[scenario]") {
  // The run is 2020 and 2021, its warm-up December 2019.
  check_accepted(kProfiles, "flat,,0.085", "flat,2019" + kMonths + "flat,2020" + kMonths + "flat,2021,0.085");
  check_refused(kProfiles, "flat,,0.085", "flat,2020" + kMonths + "flat,2021,0.085",
                "small/tables/profiles.csv:2:", "profile \"flat\" has no row for 2019");
  check_accepted(kProfiles, "flat,,0.085", "flat,2020" + kMonths + "flat,,0.085");
  check_refused(kProfiles, "flat,,0.085", "flat,2019" + kMonths + "flat,2020,0.085",
                "small/tables/profiles.csv:2:", "profile \"flat\" has no row for 2021");
  check_refused(kProfiles, "flat,,0.085", "flat,2019" + kMonths + "flat,2021,0.085",
                "small/tables/profiles.csv:2:", "profile \"flat\" has no row for 2020");
}

TEST_CASE("road rates begin at the first kilometre", "[scenario]") {
  check_refused("../parameters/road_rates.csv", "all,0,6", "all,1,6", "parameters/road_rates.csv", "no band starts at 0 km");
  CHECK(with_more("../parameters/road_rates.csv", "far,50,10,0.3,0.2,0.4,assumed,,r\n").empty());
}

TEST_CASE("trucks of the register have a survival curve for all powertrains and a mileage", "[scenario]") {
  check_refused("../parameters/survival.csv", "heavy,heavy,,10", "heavy,heavy,diesel,10", "small/tables/register.csv:2:", "survival.csv");
  check_refused("../parameters/mileage.csv", "heavy,heavy,", "light,light,", "small/tables/register.csv:2:", "mileage.csv have a row");
  CHECK(with_more("../parameters/survival.csv", "light,light,,8,3,12,7,9,assumed,,r\n").empty());
}

TEST_CASE("trucks that can come from outside have factors, unless their share is zero", "[scenario]") {
  // China 4 has no factors: NOx, PM2.5 and CO2 are missing.
  const std::string mix = "../parameters/outside_mix.csv";
  CHECK(with_more(mix, "hired-4,hired,heavy,2020,china4,diesel,0,,,published,x,\n").empty());
  scenario::Files files = small_scenario();
  replace(files, mix, "hired,heavy,2020,china6,diesel,0.3,0.1", "hired,heavy,2020,china4,diesel,0.3,0.1");
  CHECK(errors_of(files).size() == 3);
}

TEST_CASE("through traffic has a mix of its vehicle type", "[scenario]") {
  check_damage("../parameters/outside_mix.csv", "through-5,through,heavy,2020,china5,diesel,1,,,assumed,,r\n", "",
               "small/tables/through.csv:2:25", "outside_mix.csv says what through trucks of every vehicle type are");
}

TEST_CASE("a table of flows without rows is told what names its flows", "[scenario]") {
  scenario::Files files = small_scenario();
  std::string& flows = files.content.at("tables/flows.csv");
  flows.resize(flows.find('\n') + 1);
  const auto errors = errors_of(files);
  REQUIRE_FALSE(errors.empty());
  CHECK(errors.front().find("an id of flows") != std::string::npos);
}

}  // namespace check_completeness_test
