#include "tests/scenario/errors.hpp"

namespace check_rows_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kFlows = "tables/flows.csv";
const std::string kSites = "tables/sites.csv";

/// A second row of fl-market that begins a year later and is otherwise written like this.
std::string later_row(const std::string& profile_class_payload) {
  return "fl-market,coal,mine,market,rest_out,2021-01-01,0.75," + profile_class_payload + ",0.5,1,assumed,,the rest\nfl-market2,";
}

}  // namespace

TEST_CASE("rows of one flow differ in their date and value only", "[scenario]") {
  check_accepted(kFlows, "fl-market2,", later_row("flat,semi,30"));
  check_refused(kFlows, "fl-market2,", later_row("flat,semi,31"), "small/tables/flows.csv:4:", "line 3 has \"30\"");
}

TEST_CASE("rows of one process keep its site, rows of one number its unit, rows of through traffic their paths", "[scenario]") {
  const std::string later = "burning,plant,coal,2021-01-01,400000,,,published,yearbook,\n";
  scenario::Files files = small_scenario();
  files.content["tables/processes.csv"] += later;
  CHECK(errors_of(files).empty());
  check_refused("tables/processes.csv", "burning,plant", "burning,mine,coal,2019-01-01,400000,,,published,yearbook,\nburning,plant",
                "small/tables/processes.csv:4:", "site_id is \"plant\"");
  check_refused("../parameters/values.csv", "2021-01-01,0.65,kg/kWh", "2021-01-01,0.65,g/kWh",
                "parameters/values.csv:", "unit is \"g/kWh\"");
  check_refused("tables/through.csv", "east-west,",
                "east-west,g-east,g-west,semi,2019-01-01,36500,0.3,2,30000,40000,assumed,,r\neast-west,",
                "small/tables/through.csv:3:", "paths is \"3\"");
}

TEST_CASE("a site, a road and a siding may end on the day on which they begin, but not before", "[scenario]") {
  check_accepted(kSites, "115,38,,,", "115,38,2021-01-01,2021-01-01,");
  check_refused(kSites, "115,38,,,", "115,38,2021-01-01,2020-12-31,", "small/tables/sites.csv:4:", "closes is not before opens");
  // another road to the mine, which nobody needs
  check_accepted("network/link.csv", "l3,",
                 "l4,旁路,r-side,n-plant,n-mine,0,25,1,1200,50,primary,140121,0,2021-01-01,2021-01-01,no,,,published,map,\nl3,");
  check_refused("network/link.csv", "140121,1,,,no", "140121,1,2021-01-01,2020-12-31,no",
                "small/network/link.csv:4:", "closes is not before opens");
  check_accepted("tables/sidings.csv", "2000-01-01,2001-01-01", "2001-01-01,2001-01-01");
  check_refused("tables/sidings.csv", "2000-01-01,2001-01-01", "2001-01-02,2001-01-01",
                "small/tables/sidings.csv:2:", "in_service is not before built");
}

TEST_CASE("trucks without an exhaust are zero_exhaust and no others are, in every table that has a standard", "[scenario]") {
  scenario::Files trucks = small_scenario();
  replace(trucks, "tables/register.csv", "国三,柴油", "zero_exhaust,diesel");
  CHECK(errors_of(trucks).size() == 4);  // and three factors that such a truck would need
  CHECK(errors_of(trucks)[0].find("standard is \"zero_exhaust\" with powertrain \"diesel\"") != std::string::npos);
  scenario::Files hired = small_scenario();
  replace(hired, "../parameters/outside_mix.csv", "china6,diesel,0.3", "china6,hydrogen,0.3");
  CHECK(errors_of(hired).size() == 4);
  CHECK(errors_of(hired)[0].find("standard is \"china6\" with powertrain \"hydrogen\"") != std::string::npos);
  scenario::Files files = small_scenario();
  const std::string factors = "../parameters/emission_factors.csv";
  files.content[factors] += "e-nox,heavy,electric,zero_exhaust,NOx,0,0,,,derived,,none\n";
  CHECK(errors_of(files).empty());
  replace(files, factors, "e-nox,heavy,electric,zero_exhaust", "e-nox,heavy,electric,china6");
  CHECK(errors_of(files).size() == 1);
}

TEST_CASE("a share is at most one, tonnes of a fixed flow are not", "[scenario]") {
  check_refused(kFlows, "pull,2020-01-01,1,", "pull,2020-01-01,85,", "small/tables/flows.csv:2:", "a share is 0 to 1");
  scenario::Files files = small_scenario();
  replace(files, kFlows, "rest_out,2020-01-01,0.75,flat,semi,30,0.5,1,assumed,,the rest",
          "rest_out,2020-01-01,1,flat,semi,30,,,derived,,all");
  replace(files, kFlows, "rest_out,2020-01-01,0.25,flat,semi,,0,0.5,assumed", "fixed,2020-01-01,85,flat,semi,,,,derived");
  CHECK(errors_of(files).empty());
}

TEST_CASE("what lies outside hangs on a gateway, and through traffic passes two of them", "[scenario]") {
  check_accepted(kSites, "external,,g-east", "external,,g-west");
  check_refused(kSites, "external,,g-east", "external,,n-plant", "small/tables/sites.csv:4:", "outside sites hang on a gateway");
  check_refused("tables/through.csv", "g-east,g-west", "n-mine,g-west", "small/tables/through.csv:2:", "enters at a gateway");
  check_refused("tables/through.csv", "g-east,g-west", "g-east,n-mine", "small/tables/through.csv:2:", "leaves at a gateway");
}

TEST_CASE("a link has two ends", "[scenario]") {
  check_refused("network/link.csv", "g-west,n-mine,0,15", "n-mine,n-mine,0,15",
                "small/network/link.csv:4:", "a link has two different ends");
}

TEST_CASE("a need group is needed, never made or lost", "[scenario]") {
  check_refused("tables/process_io.csv", "mining,coal,out", "mining,fuel,loss,2020-01-01,0.1,,,derived,,x\nmining,coal,out",
                "small/tables/process_io.csv:2:", "a need_group stands for inputs only");
}

TEST_CASE("outside trucks are hired or pass through, they are not local", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["../parameters/outside_mix.csv"] += "x,local,heavy,2020,china5,diesel,1,,,published,x,\n";
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("owner is \"local\"") != std::string::npos);
}

TEST_CASE("a period is a year or a month that exists", "[scenario]") {
  const std::string observed = "tables/observed.csv";
  check_accepted(observed, ",2020,240000", ",2020-12,240000");
  for (const std::string period : {"2020-13", "2020-1", "20200", "2020-12-01", "last year"}) {
    check_refused(observed, ",2020,240000", "," + period + ",240000", "small/tables/observed.csv:2:", "period is \"" + period + "\"");
  }
}

}  // namespace check_rows_test
