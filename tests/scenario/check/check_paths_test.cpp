/// Paths that background trains leave free. The small scenario: 40 paths a day on the section of the mine, 10 of them taken.
#include "tests/scenario/errors.hpp"

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kTable = "network/rail_background.csv";
const std::string kTen = "bg-1,sec-1,2020-01-01,10,5,20,assumed,,r\n";

std::string trains(const std::string& id, const std::string& day, const std::string& number) {
  return id + ",sec-1," + day + "," + number + ",,,derived,,r\n";
}

}  // namespace

TEST_CASE("background trains leave whole paths or none", "[scenario]") {
  check_accepted(kTable, kTen, trains("bg-1", "2020-01-01", "39.4"));  // 39 trains, one path
  check_accepted(kTable, kTen, trains("bg-1", "2020-01-01", "40"));    // none from the start: trains of the flows never run
  check_damage(kTable, kTen, trains("bg-1", "2020-01-01", "39.5"), "small/network/rail_background.csv:2:23", "paths are whole");
}

TEST_CASE("a section with trains of the flows keeps a path for those on their way when the background grows", "[scenario]") {
  check_accepted(kTable, kTen, kTen + trains("bg-2", "2021-01-01", "39"));
  check_damage(kTable, kTen, kTen + trains("bg-2", "2021-01-01", "40"), "small/network/rail_background.csv:3:23",
               "keeps a path for those that are still on their way");
}
