/// Yangquan: coal of Jinzhong, which its rail statistics hold, stays apart.
#include <catch2/catch.hpp>

#include <map>

#include "tests/app/results.hpp"

namespace yangquan_test {

using namespace railshift::cli;

TEST_CASE("Yangquan: coal of Jinzhong is loaded at stations outside the city", "[app][slow]") {
  const Scratch scratch;
  const auto run = run_into(scratch, "january", scenario("yangquan"), {"--until", "2020-02-01"});
  const std::map<std::string, std::string> outside{{"rs-xiyang", "140724"}, {"rs-shouyang", "140725"}};  // 8.0 and 6.0 Mt a year
  for (const auto& [station, county] : outside) {
    INFO(station);
    const auto loaded = metric(
        run,
        {{"metric", "rail_station_tonnes"}, {"county", county}, {"rail_station", station}, {"direction", "out"}, {"period", "2020-01"}});
    REQUIRE(loaded.has_value());
    CHECK(*loaded > 400000.0);
  }
}

}  // namespace yangquan_test
