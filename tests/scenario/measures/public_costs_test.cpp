/// What a measure takes from public money, as scenario.toml says it.
#include "tests/scenario/errors.hpp"

namespace public_costs_test {

using namespace railshift;
using namespace railshift::test;

namespace {

constexpr const char* kBefore = "reason = \"no count of refused trucks\"\n";

/// The gate floor of the small scenario with entries behind its numbers: the section stands in line 35, its keys follow.
scenario::Files with_cost(const std::string& entry) {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", kBefore, std::string(kBefore) + "[[measure.public_cost]]\n" + entry);
  return files;
}

const std::string kAssumed = "kind = \"补贴\"\nyear = 2021\nyuan = 3000000\nlow = 2000000\nhigh = 5000000\nstanding = \"assumed\"\n";

}  // namespace

TEST_CASE("a measure keeps what it takes from public money", "[scenario]") {
  const auto loaded = scenario::load(with_cost(kAssumed + "reason = \"a guess\"\n[[measure.public_cost]]\nkind = \"investment\"\nyear = "
                                                          "2020\nyuan = 0\nstanding = \"published\"\nsource = \"budget\"\n"),
                                     {});
  REQUIRE(loaded.world);
  const Measure& gate = loaded.world->measures[*loaded.world->measures.find("gate")];
  const std::vector<PublicCost> expected{{PublicCostKind::subsidy, 2021, Yuan{3e6}, {2e6, 5e6, Standing::assumed, "", "a guess"}},
                                         {PublicCostKind::investment, 2020, Yuan{0.0}, {{}, {}, Standing::published, "budget", ""}}};
  CHECK(gate.public_costs == expected);
  CHECK(loaded.world->measures[*loaded.world->measures.find("law")].public_costs.empty());
}

TEST_CASE("a public cost has a source or a reason, and an assumed one a range around it", "[scenario]") {
  check_single(errors_of(with_cost(kAssumed)), "small/scenario.toml:35:1", "reason is missing");
  check_single(errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyuan = 1\nstanding = \"published\"\n")), "small/scenario.toml:35:1",
               "source is missing");
  check_single(errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyuan = 1\nlow = 1\nstanding = \"assumed\"\nreason = \"x\"\n")),
               "small/scenario.toml:35:1", "low or high is missing");
  check_single(
      errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyuan = 1\nlow = 3\nhigh = 2\nstanding = \"assumed\"\nreason = \"x\"\n")),
      "small/scenario.toml:39:7", "low is above high");
  check_single(
      errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyuan = 1\nlow = 2\nhigh = 3\nstanding = \"assumed\"\nreason = \"x\"\n")),
      "small/scenario.toml:38:8", "a number lies in its own range");
  // both ends of its range belong to it
  for (const char* yuan : {"2", "3"}) {
    CHECK(errors_of(
              with_cost(std::string("kind = \"subsidy\"\nyear = 2021\nlow = 2\nhigh = 3\nstanding = \"assumed\"\nreason = \"x\"\nyuan = ") +
                        yuan + "\n")) == std::vector<std::string>{});
  }
}

TEST_CASE("a public cost that is below 0, of no kind, of no year or spelled otherwise is refused", "[scenario]") {
  const std::string rest = "standing = \"derived\"\nreason = \"x\"\n";
  check_single(errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyuan = -1\n" + rest)), "small/scenario.toml:38:8", "-1");
  check_single(errors_of(with_cost("kind = \"gift\"\nyear = 2021\nyuan = 1\n" + rest)), "small/scenario.toml:36:8", "gift");
  check_single(errors_of(with_cost("kind = \"subsidy\"\nyuan = 1\n" + rest)), "small/scenario.toml:35:1", "key \"year\" is missing");
  check_single(errors_of(with_cost("kind = \"subsidy\"\nyear = 2021\nyaun = 1\nyuan = 1\n" + rest)), "small/scenario.toml:38:1",
               "did you mean \"yuan\"?");
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "floor = \"china6\"\n", "floor = \"china6\"\npublic_cost = 5\n");
  check_single(errors_of(files), "small/scenario.toml:28:15", "\"public_cost\" is not a list of sections");
}

}  // namespace public_costs_test
