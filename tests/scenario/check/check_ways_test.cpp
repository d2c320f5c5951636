/// Goods and trucks have a way: what is said where there is none, on both sides of the day on which a road opens or closes.
#include "tests/scenario/errors.hpp"

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

TEST_CASE("a truck leg without km needs a road on the first day, and says so for each leg", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, kLinks, kMine, "140121,0,2020-01-01,,no");
  files.content["tables/through.csv"] =
      "through_id,gateway_in,gateway_out,truck_class,valid_from,loaded_trips_per_year,empty_share,paths,low,high,standing,source,reason\n";
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].rfind("small/tables/legs.csv:2:", 0) == 0);
  CHECK(errors[0].find("leg 1 of chain \"plant-road\" goes from n-mine to n-plant (no open road joins them on 2019-12-01)") !=
        std::string::npos);
  // Kilometres and hours of its own say how a leg gets there.
  replace(files, "tables/legs.csv", "plant-road,1,truck,,,,,,,0", "plant-road,1,truck,,,,,25,0.6,0");
  CHECK(errors_of(files).size() == 2);
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
