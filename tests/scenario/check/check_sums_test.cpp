#include "tests/scenario/errors.hpp"

namespace check_sums_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kChains = "tables/chains.csv";
const std::string kFlows = "tables/flows.csv";
const std::string kMix = "../parameters/outside_mix.csv";

/// The second market flow has base shares of zero; the market opens and closes on these days.
std::vector<std::string> with_market(const std::string& opens, const std::string& closes) {
  scenario::Files files = small_scenario();
  replace(files, kChains, "market2-road,fl-market2,1,", "market2-road,fl-market2,0,");
  replace(files, "tables/sites.csv", "115,38,,,", "115,38," + opens + "," + closes + ",");
  return errors_of(files);
}

}  // namespace

TEST_CASE("base shares sum to one within a millionth", "[scenario]") {
  check_accepted(kChains, "market-rail,fl-market,0.4,", "market-rail,fl-market,0.4000009,");
  check_refused(kChains, "market-rail,fl-market,0.4,", "market-rail,fl-market,0.4000011,",
                "small/tables/chains.csv:4:", "(market-rail 0.400001, market-road 0.6)");
  check_refused(kChains, "market-road,fl-market,0.6,", "market-road,fl-market,0.5999989,", "small/tables/chains.csv:4:", "sum to 1");
}

TEST_CASE("base shares of zero are fine for a flow that is not there in the base year, and for no other", "[scenario]") {
  // The base year is 2020: the market is there if it opens before 2021 and closes after 1 January 2020.
  CHECK(with_market("", "").size() == 1);
  CHECK(with_market("2020-12-31", "").size() == 1);
  CHECK(with_market("2021-01-01", "").empty());
  CHECK(with_market("", "2020-01-02").size() == 1);
  CHECK(with_market("", "2020-01-01").empty());
}

TEST_CASE("a flow that begins inside the base year is there", "[scenario]") {
  const auto begins = [](const std::string& day) {
    scenario::Files files = small_scenario();
    const std::string market = "fl-market,coal,mine,market,rest_out,";
    const std::string second = "fl-market2,coal,mine,market,rest_out,";
    replace(files, kFlows, market + "2020-01-01,0.75,flat,semi,30,0.5,1,assumed,,the rest\n",
            market + "2020-01-01,1,flat,semi,30,,,derived,,all\n" + market + day + ",0.75,flat,semi,30,,,derived,,rest\n");
    replace(files, kFlows, second + "2020-01-01,0.25,flat,semi,,0,0.5,assumed,,the rest\n",
            second + "2020-01-01,0,flat,semi,,,,derived,,later\n" + second + day + ",0.25,flat,semi,,,,derived,,rest\n");
    replace(files, kChains, "market2-road,fl-market2,1,", "market2-road,fl-market2,0,");
    return errors_of(files).size();
  };
  CHECK(begins("2020-12-31") == 1);
  CHECK(begins("2021-01-01") == 0);
}

TEST_CASE("months of a profile sum to one within a millionth", "[scenario]") {
  check_accepted("tables/profiles.csv", "flat,,0.085", "flat,,0.0850009");
  check_refused("tables/profiles.csv", "flat,,0.085", "flat,,0.0850011", "small/tables/profiles.csv:2:", "sum to 1.0000011");
}

TEST_CASE("every owner, size and year of the outside mix sums to one on its own", "[scenario]") {
  check_accepted(kMix, "china6,diesel,0.3,", "china6,diesel,0.3000009,");
  check_refused(kMix, "china6,diesel,0.3,", "china6,diesel,0.3000011,", "parameters/outside_mix.csv:3:", "of 2020 sum to 1.0000011");
  check_refused(kMix, "through,heavy,2020,china5,diesel,1,,,", "through,heavy,2021,china5,diesel,0.9,0.5,1,",
                "parameters/outside_mix.csv:4:", "through heavy trucks of 2021 sum to 0.9");
  scenario::Files files = small_scenario();
  replace(files, kMix, "hired-6,hired,heavy,2020", "hired-6,hired,heavy,2021");
  CHECK(errors_of(files).size() == 2);  // 0.7 in 2020 and 0.3 in 2021
}

TEST_CASE("shares of purchases leave something to diesel: at most one a segment and year", "[scenario]") {
  const auto with = [](const std::string& row) {
    scenario::Files files = small_scenario();
    files.content["../parameters/purchase_shares.csv"] += row;
    return errors_of(files);
  };
  CHECK(with("gas,freight,2020,gas,0.99,,,published,x,\n").empty());
  CHECK(with("gas,freight,2021,gas,1,,,published,x,\n").empty());
  const auto errors = with("gas,freight,2020,gas,0.991,,,published,x,\n");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("purchase shares of 2020 sum to 1.001") != std::string::npos);
}

TEST_CASE("shares of one side are summed on every day on which one of them steps", "[scenario]") {
  // From 1 December the second flow has 0.3 beside 0.75; only in 2021 does the first go down to 0.7.
  scenario::Files files = small_scenario();
  files.content[kFlows] += "fl-market,coal,mine,market,rest_out,2021-01-01,0.7,flat,semi,30,0.5,1,assumed,,the rest\n";
  scenario::Files together = files;
  together.content[kFlows] += "fl-market2,coal,mine,market,rest_out,2021-01-01,0.3,flat,semi,,0,0.5,assumed,,the rest\n";
  CHECK(errors_of(together).empty());
  files.content[kFlows] += "fl-market2,coal,mine,market,rest_out,2020-12-01,0.3,flat,semi,,0,0.5,assumed,,the rest\n";
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("sum to 1.05 from 2020-12-01 (fl-market 0.75, fl-market2 0.3)") != std::string::npos);
}

TEST_CASE("goods of one need group share the need unless the site asks for one of them by name", "[scenario]") {
  // Coal and coke are both fuel: pulls of 1 and 0.2 are too much for one need, but not for two.
  const auto with = [](const std::string& need) {
    scenario::Files files = small_scenario();
    files.content["../parameters/commodities.csv"] += "slack,煤泥,slack,fuel,yes,no,coal\n";
    replace(files, "tables/process_io.csv", "burning,fuel,in,2020-01-01,1,", need);
    files.content[kFlows] += "fl-slack,slack,market,plant,pull,2020-01-01,0.2,flat,semi,,,,derived,,x\n";
    files.content[kChains] += "slack-road,fl-slack,1,,,published,survey,\n";
    files.content["tables/legs.csv"] += "slack-road,1,truck,,,,,,,0,,,derived,,network path\n";
    return errors_of(files);
  };
  const auto errors = with("burning,fuel,in,2020-01-01,1,");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("pull shares of fuel at \"plant\" sum to 1.2") != std::string::npos);
  for (const std::string& e : with("burning,slack,in,2020-01-01,0.1,,,derived,,x\nburning,fuel,in,2020-01-01,1,")) {
    CHECK(e.find("sum to 1.2") == std::string::npos);
  }
}

}  // namespace check_sums_test
