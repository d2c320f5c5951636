/// What no truck could carry, and how fast none could drive.
#include "tests/scenario/errors.hpp"

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kLeg = "plant-road,1,truck,,,,,,,0,";

std::string leg(const std::string& km, const std::string& hours) { return "plant-road,1,truck,,,,," + km + "," + hours + ",0,"; }

}  // namespace

TEST_CASE("a truck leg is driven at 130 km/h at most, and takes some time", "[scenario]") {
  // 65 km in half an hour are 130 km/h
  check_accepted("tables/legs.csv", kLeg, leg("65", "0.5"));
  check_refused("tables/legs.csv", kLeg, leg("65.1", "0.5"), "small/tables/legs.csv:2:", "hours is \"0.5\" for 65.1 km");
  check_refused("tables/legs.csv", kLeg, leg("100", "0.001"), "small/tables/legs.csv:2:", "trucks drive 130 km/h or less");
  check_refused("tables/legs.csv", kLeg, leg("100", "0"), "small/tables/legs.csv:2:", "write 0.7692 hours or more");
  check_accepted("tables/legs.csv", kLeg, leg("0", "0"));
}

TEST_CASE("the way beyond a gateway is driven at 130 km/h at most", "[scenario]") {
  // 300 km in 5 hours; 650 km in 5 hours are 130 km/h
  check_accepted("tables/sites.csv", ",,,300,5,", ",,,650,5,");
  check_refused("tables/sites.csv", ",,,300,5,", ",,,651,5,", "small/tables/sites.csv:4:", "outer_h is \"5\" for 651 km");
  check_refused("tables/sites.csv", ",,,300,5,", ",,,1000000000,5,", "small/tables/sites.csv:4:", "trucks drive 130 km/h or less");
}

TEST_CASE("a load is of 1,000 t at most", "[scenario]") {
  check_accepted("tables/flows.csv", ",semi,30,", ",semi,1000,");
  check_refused("tables/flows.csv", ",semi,30,", ",semi,1000.1,", "small/tables/flows.csv:3:", "payload_t is \"1000.1\"");
  check_refused("../parameters/truck_classes.csv", "heavy,32,17,", "heavy,1100,17,",
                "parameters/truck_classes.csv:2:", "payload_t is \"1100\"");
}
