/// Orders whose replacements would fall under them again.
#include "tests/scenario/errors.hpp"

#include "sim/policy/kinds.hpp"

namespace check_orders_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// The small scenario sells National VI heavy diesel from 2020-07-01; its delivery lag is 45 days. With a retire order on National III.
scenario::Files ordering(const std::string& from, const std::string& fields) {
  scenario::Files files = small_scenario();
  files.content["scenario.toml"] += "\n[[measure]]\nid = \"clear\"\nkind = \"retire_order\"\nlayer = \"baseline\"\nfrom = " + from +
                                    "\ndue = 2021-12-31\n" + fields +
                                    "[[measure.numbers]]\nfield = \"obedience\"\nlow = 0\nhigh = 1\nstanding = \"assumed\"\nreason = "
                                    "\"a question\"\n";
  return files;
}

scenario::Loaded loaded(const scenario::Files& files) { return scenario::load(files, {}); }

}  // namespace

TEST_CASE("an order whose replacements fall under it again is an error that says what to do", "[scenario]") {
  // National III is all that is sold until 1 July 2020, and 17 May 2020 + 45 days is that day.
  const std::string up_to_iii = "up_to = \"china3\"\nobedience = 0.5\n";
  CHECK(errors_of(ordering("2020-05-17", up_to_iii)).empty());
  const auto errors = errors_of(ordering("2020-05-16", up_to_iii));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("measure \"clear\" removes trucks up to china3") != std::string::npos);
  CHECK(errors[0].find("a heavy diesel truck of segment \"freight\" registered on 2020-06-30 is china3") != std::string::npos);
  CHECK(errors[0].find("add a sales_standard above china3 for heavy diesel trucks from 2020-06-30 or before") != std::string::npos);
  CHECK(errors_of(ordering("2020-05-16", "up_to = \"china3\"\nobedience = 0\n")).empty());
  CHECK(errors_of(ordering("2020-05-16", "up_to = \"china3\"\nobedience = 1\nvehicle_types = [\"light\"]\n")).empty());
  CHECK(errors_of(ordering("2021-01-01", "up_to = \"china5\"\nobedience = 1\n")).empty());
  const auto beyond = errors_of(ordering("2021-01-01", "up_to = \"china6\"\nobedience = 1\n"));
  REQUIRE(beyond.size() == 1);
  CHECK(beyond[0].find("sales_standard") == std::string::npos);  // nothing stands above National VI
  CHECK(beyond[0].find("lower up_to, or leave diesel out of powertrains") != std::string::npos);
}

TEST_CASE("the delivery lag of an order is the world's unless it states its own", "[scenario]") {
  const auto lag_of = [](const std::string& fields) {
    const scenario::Loaded all = loaded(ordering("2021-01-01", fields));
    REQUIRE(all.world);
    const auto id = all.world->measures.find("clear");
    REQUIRE(id);
    return policy::as<RetireOrder>(all.world->measures[*id])->delivery_lag_days;
  };
  CHECK_FALSE(lag_of("up_to = \"china3\"\nobedience = 1\n"));
  CHECK(lag_of("up_to = \"china3\"\nobedience = 1\ndelivery_lag_days = 10\n[[measure.numbers]]\nfield = \"delivery_lag_days\"\nlow = "
               "0\nhigh = 20\nstanding = \"assumed\"\nreason = \"r\"\n") == 10);
}

TEST_CASE("uses and size classes of an order are words of closed lists, and a segment may say its use", "[scenario]") {
  const std::string order = "up_to = \"china3\"\nobedience = 1\n";
  const scenario::Loaded all = loaded(ordering("2021-01-01", order + "vehicle_types = [\"heavy\", \"中型\"]\nuses = [\"营运\"]\n"));
  REQUIRE(all.world);
  const auto* clear = policy::as<RetireOrder>(all.world->measures[*all.world->measures.find("clear")]);
  CHECK(clear->vehicle_types == std::vector{VehicleType::heavy, VehicleType::medium});
  CHECK(clear->uses == std::vector{Use::operating});
  CHECK(all.world->segments.begin()->use == Use::operating);  // the file has no column of uses
  const auto errors = errors_of(ordering("2021-01-01", order + "uses = [\"operatng\"]\n"));
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("operating") != std::string::npos);
  scenario::Files files = small_scenario();
  std::string* segments = nullptr;
  for (auto& [path, content] : files.content) {
    if (path.ends_with("segments.csv")) segments = &content;
  }
  REQUIRE(segments != nullptr);
  *segments = "segment_id,name_zh,name_en,vehicle_type,use\nfreight,货车,freight trucks,重型,非营运\n";
  REQUIRE(loaded(files).world);
  CHECK(loaded(files).world->segments.begin()->use == Use::other);
}

}  // namespace check_orders_test
