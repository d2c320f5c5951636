// Section 15 of tiny.md: a town whose works nobody may enter. What is carried goes by rail, and is a quarter of what there was to carry.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_unserved_test {
namespace {

using analysis::NotServed;
using analysis::Outcome;
using analysis::Verdict;

/// No order to retire, so that no truck of the town is of National VI, which the gate asks for; no price on road tonnes.
std::map<std::string, std::string> nobody_enters() {
  return {{"measure.ms-retire.enabled", "false"}, {"measure.ms-duty.price_yuan_per_t", "0"}};
}

const Town& closed_town() {
  TownRequest request;
  request.set = nobody_enters();
  static const Town town = run_town(request);
  return town;
}

/// The verdict on a target of the closed town with this limit of goods left behind.
Verdict verdict_on(const std::string& target, const std::string& limit) {
  std::map<std::string, std::string> set = nobody_enters();
  set["values.verdict.unserved_limit.value"] = limit;
  const World world = load_town(Layer::plan, set);
  const auto verdicts = analysis::judge(world, {analysis::measure(world, closed_town().ledger, {"tiny", "plan", "", 1})});
  const auto found = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& v) { return v.target == target; });
  REQUIRE(found != verdicts.end());
  return *found;
}

}  // namespace

TEST_CASE("tiny: a works that nobody may enter has a rail share of 100 %, and no verdict", "[hand]") {
  const Verdict v = verdict_on("tg-works", "0.01");
  CHECK(v.value == 1.0);
  CHECK(v.unserved_share == Approx(54'000.0 / 72'000));
  CHECK(v.outcome == Outcome::cannot_say);
  CHECK(v.reasons.back() == analysis::BasisReason{NotServed{{2024, 0}, 0.75}});
  CHECK_FALSE(v.reached_on);
}

TEST_CASE("tiny: goods left behind up to the limit leave the verdict as it is, a little more does not", "[hand]") {
  CHECK(verdict_on("tg-works", "0.75").outcome == Outcome::met);
  CHECK(verdict_on("tg-works", "0.749").outcome == Outcome::cannot_say);
}

TEST_CASE("tiny: rail tonnes and exhaust of the town cannot be said either, its registered trucks can", "[hand]") {
  // All goods of the town in 2024: 95,400 t offered and 18,000 t that wait already, 54,000 t left.
  for (const char* target : {"tg-rail-2024", "tg-clean", "tg-nox"}) {
    INFO(target);
    CHECK(verdict_on(target, "0.01").outcome == Outcome::cannot_say);
    CHECK(verdict_on(target, "0.01").unserved_share == Approx(54'000.0 / 113'400));
  }
  CHECK(verdict_on("tg-coking", "0.01").unserved_share == Approx(25'500.0 / 25'500));  // coking coal: nothing at all is carried
  CHECK(verdict_on("tg-coking", "0.01").outcome == Outcome::missed);  // it has no rail chain: carried or not, by definition
  CHECK(verdict_on("tg-sanitation", "0.01").outcome == Outcome::met);
}

TEST_CASE("tiny: in the plan as it stands everything is carried within the year", "[hand]") {
  const Town& town = planned_town();
  for (const Verdict& v : analysis::judge(town.world, {analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1})})) {
    INFO(v.target);
    CHECK(v.unserved_share.value_or(0.0) < 0.001);
  }
}

}  // namespace railshift::hand::tiny_unserved_test
