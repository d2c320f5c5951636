// Registered trucks can drive what the flows ask of them.
#include "tests/scenario/errors.hpp"

namespace check_mileage_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kMileage = "../parameters/mileage.csv";
const std::string kGiven = "heavy,heavy,900000,0.09,300000,1000000";

std::string a_year(const std::string& km) { return "heavy,heavy," + km + ",0.09,1,9000000"; }

}  // namespace

TEST_CASE("registered trucks can drive the kilometres of the flows by the mileage table", "[scenario]") {
  // There and back, mine to plant 1 + 20 + 1 km, mine to market 1 + 20 + 30 + 300 km: 400,000 / 32 = 12,500 loads x 44, 270,000 / 30 =
  // 9,000 and 150,000 / 32 = 4,687.5 loads x 702: 10,158,625 km. 20 trucks of age 8 and 30 of age 2 drive 20 exp(-0.72) + 30 exp(-0.18) =
  // 34.793 times what a new truck drives: 291,972 km a year are needed.
  check_refused(kMileage, kGiven, a_year("291900"), "small/tables/register.csv:2:",
                "trucks of segment \"freight\" can drive 10156121 km a year by mileage.csv, the flows need 10158625 km at base shares");
  check_accepted(kMileage, kGiven, a_year("292100"));
}

TEST_CASE("a pool of stated size may hold trucks that the register does not have", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, kMileage, kGiven, a_year("1000"));
  REQUIRE(errors_of(files).size() == 1);
  replace(files, "tables/pools.csv", "semi,semi,16,0.85,,,", "semi,semi,16,0.85,,200,");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a shuttle of stated size takes its flow and its trucks out of the balance", "[scenario]") {
  // As above without the plant's coal, (9,000 + 4,687.5) x 702 = 9,608,625 km, for 45 of the 50 trucks: 0.9 x 34.793 times what a new
  // truck drives, 306,850 km a year are needed.
  scenario::Files files = small_scenario();
  replace(files, "tables/pools.csv", "semi,semi,16,0.85,,,", "plant,semi,16,0.85,fl-plant,5,,,assumed,,r\nsemi,semi,16,0.85,,,");
  scenario::Files less = files, enough = files;
  replace(less, kMileage, kGiven, a_year("306800"));
  replace(enough, kMileage, kGiven, a_year("306900"));
  REQUIRE(errors_of(less).size() == 1);
  CHECK(errors_of(enough).empty());
}

}  // namespace check_mileage_test
