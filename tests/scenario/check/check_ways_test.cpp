/// Goods and trucks have a way: what is said where there is none, on both sides of the day on which a road opens or closes.
#include "tests/scenario/errors.hpp"

namespace check_ways_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kLinks = "network/link.csv";
const std::string kEast = "140121,1,,,no";  // l3, the only road to the western gateway
const std::string kMine = "140121,0,,,no";  // l1, the only road of the mine

}  // namespace

TEST_CASE("through traffic needs a road between its gateways from the first day of the warm-up to the last day of the run", "[scenario]") {
  // The run is 2020 and 2021, with one month of warm-up before it.
  check_accepted(kLinks, kEast, "140121,1,2019-12-01,,no");
  check_refused(kLinks, kEast, "140121,1,2019-12-02,,no", "small/tables/through.csv:2:", "no open road joins the gateways on 2019-12-01");
  check_refused(kLinks, kEast, "140121,1,,2021-12-31,no", "small/tables/through.csv:2:", "no open road joins the gateways on 2021-12-31");
  check_accepted(kLinks, kEast, "140121,1,,2022-01-01,no");
}

TEST_CASE("a truck leg needs a road on the first day, and says so for each leg", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, kLinks, kMine, "140121,0,2020-01-01,,no");
  files.content["tables/through.csv"] =
      "through_id,gateway_in,gateway_out,truck_class,valid_from,loaded_trips_per_year,empty_share,paths,low,high,standing,source,reason\n";
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].rfind("small/tables/legs.csv:2:", 0) == 0);
  CHECK(errors[0].find("leg 1 of chain \"plant-road\" goes from n-mine to n-plant (no open road joins them on 2019-12-01)") !=
        std::string::npos);
  // Kilometres and hours of its own carry no truck past a closed road.
  replace(files, "tables/legs.csv", "plant-road,1,truck,,,,,,,0", "plant-road,1,truck,,,,,25,0.6,0");
  CHECK(errors_of(files).size() == 3);
}

TEST_CASE("a truck leg needs a road in the base year too, to which constants are fitted, and says so once", "[scenario]") {
  // The run begins a year after the base year; the road of the mine opens with the first or the second day of the base year's warm-up.
  // Three legs and the through traffic take it.
  for (const auto& [opens, errors] : std::vector<std::pair<std::string, std::size_t>>{{"2019-12-01", 0}, {"2019-12-02", 4}}) {
    scenario::Files files = small_scenario();
    replace(files, "scenario.toml", "start = 2020-01-01", "start = 2021-01-01");
    replace(files, kLinks, kMine, "140121,0," + opens + ",,no");
    const auto found = errors_of(files);
    for (const std::string& error : found) UNSCOPED_INFO(error);
    CHECK(found.size() == errors);
    if (!found.empty()) CHECK(found[0].find("no open road joins them on 2019-12-01") != std::string::npos);
  }
}

TEST_CASE("a rail chain whose trains call at no siding is refused at the leg that could name one", "[scenario]") {
  Problems problems;
  const std::filesystem::path tiny = std::filesystem::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "tiny";
  scenario::Files files = scenario::read_files(tiny, std::nullopt, problems);
  CHECK(errors_of(files).empty());
  std::string& legs = files.content["tables/legs.csv"];
  legs.replace(legs.find("sd-yard"), 7, "");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].find("no train of chain \"ch-coal-yard\" loads or unloads at a siding") != std::string::npos);
  CHECK(errors[0].find("legs.csv:4:") != std::string::npos);
}

TEST_CASE("kilometres off the network need no road", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, kLinks, kMine, "140121,0,2020-01-01,,no");
  files.content["tables/through.csv"] =
      "through_id,gateway_in,gateway_out,truck_class,valid_from,loaded_trips_per_year,empty_share,paths,low,high,standing,source,reason\n";
  files.content["tables/legs.csv"] =
      "chain_id,seq,mode,from_node,to_node,line_id,siding_id,km,hours,yuan_per_t,off_network_km,low,high,standing,source,reason\n"
      "plant-road,1,truck,,,,,,,0,12,,,derived,,its own road\n"
      "market-road,1,truck,,,,,50,,0,50,,,derived,,its own road\n"
      "market-rail,1,rail,s-mine,s-east,ln-east,sd-mine,,,9,,3,24,assumed,,loading\n"
      "market2-road,1,truck,,,,,50,,0,1,,,derived,,its own road\n";
  CHECK(errors_of(files) == std::vector<std::string>{});
  const scenario::Loaded loaded = scenario::load(files, {});
  REQUIRE(loaded.world);
  CHECK(loaded.world->chains[*loaded.world->chains.find("plant-road")].legs[0].km == Kilometres{12.0});
  replace(files, "tables/legs.csv", "0,50,,,derived", "0,51,,,derived");
  check_single(errors_of(files), "small/tables/legs.csv:3:31", "the leg has 50 km in all");
}

TEST_CASE("a way back must be open too: a one-way road out of the mine is none", "[scenario]") {
  scenario::Files files = small_scenario();
  std::string& links = files.content[kLinks];
  const auto row = links.find("l1,");
  const auto directed = links.find(",0,", row);
  links.replace(directed, 3, ",1,");
  const auto errors = errors_of(files);
  for (const auto& error : errors) UNSCOPED_INFO(error);
  REQUIRE(!errors.empty());
  CHECK(errors[0].find("no open road joins them on 2019-12-01") != std::string::npos);
}

TEST_CASE("hours in which nothing can drive the kilometres are refused with the limit", "[scenario]") {
  const std::string legs = "tables/legs.csv";
  const std::string leg = "plant-road,1,truck,,,,,,,0";
  check_accepted(legs, leg, "plant-road,1,truck,,,,,120,1,0");
  check_refused(legs, leg, "plant-road,1,truck,,,,,120.1,1,0",
                "small/tables/legs.csv:2:", "120.1 km in 1 h (nothing of this mode is faster than 120 km/h)");
  check_refused(legs, leg, "plant-road,1,truck,,,,,100,0.001,0",
                "small/tables/legs.csv:2:", "nothing of this mode is faster than 120 km/h");
  check_refused(legs, leg, "plant-road,1,truck,,,,,,0.001,0", "small/tables/legs.csv:2:", "nothing of this mode is faster than 120 km/h");
  check_refused(legs, leg, "plant-road,1,truck,,,,,20,721,0", "small/tables/legs.csv:2:", "720");
}

}  // namespace check_ways_test
