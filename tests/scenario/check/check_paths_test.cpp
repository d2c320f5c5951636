/// Paths that background trains leave free. The small scenario: 40 paths a day on the section of the mine, 10 of them taken.
#include "tests/scenario/errors.hpp"

namespace check_paths_test {

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

namespace {

const std::string kSectionTable = "network/rail_sections.csv";
const std::string kSidingTable = "tables/sidings.csv";

/// The section of the mine: 50 km at 60 km/h, as a row with one more column.
scenario::Files section_with(const std::string& column, const std::string& value, const std::string& slots = "40") {
  scenario::Files files = small_scenario();
  replace(files, kSectionTable, "traction,low", "traction," + column + ",low");
  replace(files, kSectionTable, "40,50,60,electric,30,50", slots + ",50,60,electric," + value + ",10,50");
  return files;
}

/// The siding of the mine with wagons: trains of 3,500 t.
scenario::Files siding_with(const std::string& wagons, const std::string& wagon_t, const std::string& turn_days) {
  scenario::Files files = small_scenario();
  replace(files, kSidingTable, "train_hours,low", "train_hours,wagons,wagon_t,turn_days,low");
  replace(files, kSidingTable, "3500,5,8000", "3500,5," + wagons + "," + wagon_t + "," + turn_days + ",8000");
  return files;
}

/// A step of layer plan beside the measures of the small scenario.
scenario::Files with_step(const std::string& fields) {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "[[measure]]\nid = \"trial\"",
          "[[measure]]\nid = \"works\"\nkind = \"capacity_step\"\nlayer = \"plan\"\nclause = \"T-1\"\nfrom = 2021-01-01\n" + fields +
              "[[measure.numbers]]\nfield = \"slots_per_day\"\nlow = -40\nhigh = 40\nstanding = \"assumed\"\nreason = \"r\"\n\n"
              "[[measure]]\nid = \"trial\"");
  return files;
}

}  // namespace

TEST_CASE("pairs of a single track fit into the day, 14 of 50 minutes a train do and 15 do not", "[scenario]") {
  CHECK(errors_of(section_with("single_track", "yes", "14")).empty());
  CHECK(errors_of(section_with("single_track", "no", "40")).empty());
  const auto errors = errors_of(section_with("single_track", "yes", "15"));
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("write 14 or less") != std::string::npos);
}

TEST_CASE("a path of a section takes the trains of the sidings that use it", "[scenario]") {
  CHECK(errors_of(section_with("train_t", "3500")).empty());
  CHECK(errors_of(section_with("train_t", "")).empty());
  const auto errors = errors_of(section_with("train_t", "3499"));
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("write 3500 or more") != std::string::npos);
}

TEST_CASE("wagons have a load and a turn-round and make up a train, as 50 of 70 t do and 49 do not", "[scenario]") {
  CHECK(errors_of(siding_with("50", "70", "3")).empty());
  CHECK(errors_of(siding_with("", "", "")).empty());
  const auto few = errors_of(siding_with("49", "70", "3"));
  REQUIRE(few.size() == 1);
  CHECK(few.front().find("write 50 or more") != std::string::npos);
  for (const auto& files : {siding_with("50", "", "3"), siding_with("50", "70", "")}) {
    const auto errors = errors_of(files);
    REQUIRE(errors.size() == 1);
    CHECK(errors.front().find("without wagon_t or turn_days") != std::string::npos);
  }
}

TEST_CASE("a step that takes paths for ever leaves one to the trains of the flows, one for some days need not", "[scenario]") {
  // 40 paths, 10 of them the background's.
  CHECK(errors_of(with_step("sections = [\"sec-1\"]\nslots_per_day = -29\n")).empty());
  const auto errors = errors_of(with_step("sections = [\"sec-1\"]\nslots_per_day = -30\n"));
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("keeps a path for them") != std::string::npos);
  CHECK(errors_of(with_step("sections = [\"sec-1\"]\nslots_per_day = -30\ndays = 30\n[[measure.numbers]]\nfield = \"days\"\nlow = "
                            "30\nhigh = 30\nstanding = \"assumed\"\nreason = \"r\"\n"))
            .empty());
}

TEST_CASE("a step of capacity is told what it lacks", "[scenario]") {
  const auto nowhere = errors_of(with_step("slots_per_day = 5\n"));
  REQUIRE(nowhere.size() == 2);  // no place, and paths of no section
  CHECK(nowhere.front().find("neither sidings nor sections") != std::string::npos);
  const auto unknown = errors_of(with_step("sections = [\"sec-9\"]\nslots_per_day = 5\n"));
  REQUIRE(unknown.size() == 1);
  CHECK(unknown.front().find("sec-9") != std::string::npos);
}

}  // namespace check_paths_test
