#include "tests/scenario/errors.hpp"

namespace check_chains_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kLegs = "tables/legs.csv";
const std::string kRail = "market-rail,1,rail,s-mine,s-east,ln-east,sd-mine,,";

}  // namespace

TEST_CASE("a rail leg names both stations, and its line unless it says how far and how long", "[scenario]") {
  check_refused(kLegs, kRail, "market-rail,1,rail,,s-east,ln-east,sd-mine,,", "small/tables/legs.csv:4:", "from_node is empty");
  check_refused(kLegs, kRail, "market-rail,1,rail,s-mine,,ln-east,sd-mine,,", "small/tables/legs.csv:4:", "to_node is empty");
  check_refused(kLegs, kRail, "market-rail,1,rail,s-mine,s-east,,sd-mine,,", "small/tables/legs.csv:4:", "line_id is empty");
  check_refused(kLegs, kRail, "market-rail,1,rail,s-mine,s-east,,sd-mine,50,", "small/tables/legs.csv:4:", "line_id is empty");
  check_accepted(kLegs, kRail, "market-rail,1,rail,s-mine,s-east,,sd-mine,50,2");
}

TEST_CASE("background freight that gives way leaves its paths to trains of the flows", "[scenario]") {
  // 10 background trains a day, of which 0.4 are freight that waits: 6 hold a path.
  const auto background = [](const std::string& columns, const std::string& cells) {
    scenario::Files files = small_scenario();
    files.content["network/rail_background.csv"] = "background_id,section_id,valid_from,trains_per_day" + columns +
                                                   ",low,high,standing,source,reason\nbg-1,sec-1,2020-01-01,10" + cells +
                                                   ",5,20,assumed,,r\n";
    const scenario::Loaded loaded = scenario::load(files, {});
    REQUIRE(loaded.world);
    return loaded.world->rail_sections[Id<RailSection>{0}].background_per_day.on(make_date(2020, 1, 1));
  };
  CHECK(background("", "") == 10.0);
  CHECK(background(",yields", ",0.4") == 6.0);
  CHECK(background(",yields", ",") == 10.0);
  scenario::Files files = small_scenario();
  files.content["network/rail_background.csv"] =
      "background_id,section_id,valid_from,trains_per_day,yields,low,high,standing,source,reason\nbg-1,sec-1,2020-01-01,10,1.1,5,20,"
      "assumed,,r\n";
  CHECK(errors_of(files).size() == 1);
}

TEST_CASE("a line runs where its sections run, over as many as it takes and in both directions", "[scenario]") {
  const auto with = [](const std::string& from, const std::string& to) {
    scenario::Files files = small_scenario();
    files.content["network/node.csv"] += "s-far,远站,113,37.8,station,140122\ns-lost,孤站,114,37.8,station,140122\n";
    files.content["network/rail_sections.csv"] += "sec-2,东远段,ln-east,2,s-east,s-far,40,50,60,electric,30,50,assumed,,r\n";
    files.content["network/rail_background.csv"] += "bg-2,sec-2,2020-01-01,10,5,20,assumed,,r\n";
    replace(files, kLegs, kRail, "market-rail,1,rail," + from + "," + to + ",ln-east,sd-mine,,");
    return errors_of(files);
  };
  CHECK(with("s-mine", "s-far").empty());
  const auto errors = with("s-mine", "s-lost");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("no sections of line \"ln-east\" connect s-mine and s-lost") != std::string::npos);
}

TEST_CASE("kilometres alone or hours alone do not replace the sections", "[scenario]") {
  const auto with = [](const std::string& km, const std::string& hours) {
    scenario::Files files = small_scenario();
    files.content["network/node.csv"] += "s-lost,孤站,114,37.8,station,140122\n";
    replace(files, kLegs, kRail, "market-rail,1,rail,s-mine,s-lost,ln-east,sd-mine," + km + "," + hours);
    return errors_of(files);
  };
  CHECK(with("80", "3").empty());
  const auto no_hours = with("80", "");
  REQUIRE(no_hours.size() == 1);
  CHECK(no_hours[0].find("hours is empty") != std::string::npos);
  const auto no_km = with("", "3");
  REQUIRE(no_km.size() == 1);
  CHECK(no_km[0].find("km is empty") != std::string::npos);
}

TEST_CASE("a leg begins or ends at the station of the siding that it names", "[scenario]") {
  scenario::Files files = small_scenario();
  files.content["network/node.csv"] += "s-far,远站,113,37.8,station,140122\n";
  files.content["network/rail_sections.csv"] += "sec-2,东远段,ln-east,2,s-east,s-far,40,50,60,electric,30,50,assumed,,r\n";
  files.content["network/rail_background.csv"] += "bg-2,sec-2,2020-01-01,10,5,20,assumed,,r\n";
  files.content["tables/sidings.csv"] += "sd-far,远货场,,s-far,2000-01-01,2001-01-01,10000,2,yard,5,3500,5,8000,12000,assumed,,r\n";
  replace(files, kLegs, kRail, "market-rail,1,rail,s-mine,s-east,ln-east,sd-far,,");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("the siding's station is s-far, the leg runs from s-mine to s-east") != std::string::npos);
  replace(files, kLegs, "s-mine,s-east,ln-east,sd-far", "s-mine,s-far,ln-east,sd-far");
  CHECK(errors_of(files).empty());
}

TEST_CASE("a chain has a leg", "[scenario]") {
  check_refused(kLegs, "plant-road,1,truck,,,,,,,0,,,derived,,network path\n", "",
                "small/tables/chains.csv:2:", "chain \"plant-road\" has no legs");
}

TEST_CASE("only the last leg leaves its end open, and the next one begins where the last ended", "[scenario]") {
  const std::string road = "plant-road,1,truck,,,,,,,0,,,derived,,network path\n";
  const auto two = [&](const std::string& first, const std::string& second) {
    return "plant-road,1,truck," + first + ",,,3,0.1,0,,,derived,,x\nplant-road,2,truck," + second + ",,,3,0.1,0,,,derived,,x\n";
  };
  check_accepted(kLegs, road, two(",s-mine", "s-mine,"));
  check_accepted(kLegs, road, two(",s-mine", ","));
  check_refused(kLegs, road, two(",", "s-mine,"), "small/tables/legs.csv:2:", "only the last leg may leave its end open");
  check_refused(kLegs, road, two(",s-mine", "s-east,"), "small/tables/legs.csv:3:", "the leg before ends at s-mine");
}

TEST_CASE("a chain begins at its site and ends at it, on the road or at a siding that reaches its fence", "[scenario]") {
  const std::string road = "plant-road,1,truck,,,";
  check_accepted(kLegs, road, "plant-road,1,truck,n-mine,n-plant,");
  check_refused(kLegs, road, "plant-road,1,truck,n-plant,,", "small/tables/legs.csv:2:", "the flow starts at site \"mine\"");
  check_refused(kLegs, road, "plant-road,1,truck,,n-mine,", "small/tables/legs.csv:2:", "the flow ends at site \"plant\"");
  // a train may end anywhere outside, but begin at a station of the mine only
  check_refused(kLegs, kRail, "market-rail,1,rail,s-east,s-mine,ln-east,sd-mine,,",
                "small/tables/legs.csv:4:", "the flow starts at site \"mine\"");
}

}  // namespace check_chains_test
