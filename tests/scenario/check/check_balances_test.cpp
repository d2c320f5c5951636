#include "tests/scenario/errors.hpp"

namespace check_balances_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kFlows = "tables/flows.csv";

std::vector<std::string> with_flow_row(const std::string& row) {
  scenario::Files files = small_scenario();
  files.content[kFlows] += row;
  return errors_of(files);
}

std::string second_market(const std::string& day, const std::string& share) {
  return "fl-market2,coal,mine,market,rest_out," + day + "," + share + ",flat,semi,,0,0.5,assumed,,the rest\n";
}

}  // namespace

TEST_CASE("a balance that opens during the run is told with the first month in which it is open", "[scenario]") {
  // Of 600,000 t 0.75 + 0.24 leave from that day on. What steps inside a month holds from the next one on.
  const auto on_first = with_flow_row(second_market("2021-03-01", "0.24"));
  REQUIRE(on_first.size() == 1);
  CHECK(on_first[0].find("residual 6000000 kg in 2021-03") != std::string::npos);
  const auto inside = with_flow_row(second_market("2021-03-02", "0.24"));
  REQUIRE(inside.size() == 1);
  CHECK(inside[0].find("residual 6000000 kg in 2021-04") != std::string::npos);
  CHECK(with_flow_row(second_market("2021-12-02", "0.24")).empty());  // January 2022 lies behind the end
}

TEST_CASE("a site that gets less than it needs is told so, with both sides of the balance", "[scenario]") {
  // The plant pulls 396,000 of 400,000 t; the mine sends all the rest away.
  check_refused(kFlows, "pull,2020-01-01,1,", "pull,2020-01-01,0.99,", "small/tables/sites.csv:3:1: site \"plant\" (plant), ",
                "need of coal: 400000.000 t/year needed, 396000.000 t/year received, residual 4000000 kg in 2020-01");
}

TEST_CASE("one kilogram open is open", "[scenario]") {
  // The rest is 600,000 t: a share of 1e-8 of it is 6 kg, of 1e-10 nothing that a kilogram shows.
  check_refused(kFlows, "rest_out,2020-01-01,0.25,", "rest_out,2020-01-01,0.24999999,", "small/tables/sites.csv:2:", "residual 6 kg");
  check_accepted(kFlows, "rest_out,2020-01-01,0.25,", "rest_out,2020-01-01,0.2499999999,");
}

TEST_CASE("a side without a process is not stated and need not close", "[scenario]") {
  // Without its process the plant needs nothing that is stated; a fixed flow may bring it coal.
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "burning,plant,coal,2020-01-01,400000,,,published,yearbook,\n", "");
  replace(files, "tables/process_io.csv", "burning,fuel,in,2020-01-01,1,,,derived,,the driver itself\n", "");
  replace(files, kFlows, "pull,2020-01-01,1,flat", "fixed,2020-01-01,400000,flat");
  CHECK(errors_of(files).empty());
}

TEST_CASE("faults of the flow system are told at the flow, and the balances behind them are not", "[scenario]") {
  // Pushes of 0.9 leave 100,000 t for the plant's 400,000: the rest of the mine is negative.
  scenario::Files files = small_scenario();
  replace(files, kFlows, "market,rest_out,2020-01-01,0.75", "market,push,2020-01-01,0.9");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("small/tables/flows.csv:4:") == 0);
  CHECK(errors[0].find("the rest of the output of coal of mine is -300000.000 t a year (from 2020-01)") != std::string::npos);
}

}  // namespace check_balances_test
