/// How large a run may be. The small scenario: 1,000,000 t a year; 24 months, one of warm-up and twelve of the base year are 37.
#include "sim/scenario/check/run_size.hpp"
#include "tests/scenario/errors.hpp"

namespace check_size_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("the size of a run is counted before it runs", "[scenario]") {
  const scenario::Loaded loaded = scenario::load(small_scenario(), {});
  REQUIRE(loaded.world);
  const scenario::RunSize size = scenario::run_size(*loaded.world);
  CHECK(size.months == 37.0);
  // 400,000 and 150,000 t at 32 t, 450,000 t at 30 t: 12,500 + 4,687.5 + 15,000 loads a year.
  CHECK(size.loads == Approx(32187.5 / 12.0 * 37.0));
  // Only the market's first flow has a train: 450,000 t at 3,500 t.
  CHECK(size.trains == Approx(450000.0 / 3500.0 / 12.0 * 37.0));
  CHECK(size.trucks == 50.0);
  CHECK(size.seconds() < 60.0);
  CHECK(size.mebibytes() < 512.0);
}

TEST_CASE("what would be thousands of millions of loads is refused with their number and the flow", "[scenario]") {
  scenario::Files files = small_scenario();
  // 450,000 t a year in loads of 1 kg: 450 million a year, 1.4e9 in 37 months.
  replace(files, "tables/flows.csv", "0.75,flat,semi,30,", "0.75,flat,semi,0.001,");
  const auto errors = errors_of(files);
  REQUIRE(errors.size() == 1);
  CHECK(errors.front().find("small/tables/flows.csv:3:") == 0);
  CHECK(errors.front().find("this would be 1.4e+09 loads in 37 months, most of them of flow \"fl-market\"") != std::string::npos);
}

TEST_CASE("pools of stated size have numbers for their trucks", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/pools.csv", "semi,semi,16,0.85,,,", "semi,semi,16,0.85,,100001,");
  const auto errors = errors_of(files);
  REQUIRE_FALSE(errors.empty());
  CHECK(errors.back().find("trucks is \"100001\" (whole number, 0 to 100000)") != std::string::npos);
}

}  // namespace check_size_test
