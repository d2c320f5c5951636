/// The plan as executed: which numbers of it change.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "study/assess/assessment_runs.hpp"
#include "study/plans/executed_plan.hpp"
#include "study/results/text_file.hpp"
#include "tests/study/scene.hpp"

namespace executed_plan_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// tiny with the day of service of its siding assumed between 15 September and 1 November 2023; it is to be finished on 1 September.
Request with_a_slip(const Scratch& scratch) {
  Request request = of_tiny();
  fs::copy(request.scenario, scratch / "tiny", fs::copy_options::recursive);
  request.scenario = scratch / "tiny";
  std::string text = read_text(request.scenario / "scenario.toml");
  const std::string as_given = "low = 2023-10-01\nhigh = 2023-10-01\n";
  write_text(request.scenario / "scenario.toml",
             text.replace(text.find(as_given), as_given.size(), "low = 2023-09-15\nhigh = 2023-11-01\n"));
  return request;
}

std::vector<ExecutedChange> changes_of(const Request& request) {
  return executed_changes(load_scenario(request.scenario, load_request(request)));
}

}  // namespace

TEST_CASE("a plan that everybody obeys and that keeps its days is executed already, and no run is made of it", "[study]") {
  CHECK(executed_changes(tiny()).empty());
  const Scratch scratch;
  const Variants variants = load_variants(of_tiny());
  CHECK_FALSE(variants.executed);
  BaseYears base_years(of_tiny(), {});
  CHECK_FALSE(assessment_runs(variants, of_tiny(), base_years, scratch.path()).executed);
}

TEST_CASE("executed means that everybody obeys every order of the plan, also where the user asked for less", "[study]") {
  Request request = of_tiny();
  request.set = {{"measure.ms-slag.obedience", "0.5"}, {"measure.ms-gate.obedience", "0.9"}};
  const auto changes = changes_of(request);
  REQUIRE(changes.size() == 2);
  CHECK(settings_of(changes) == std::map<std::string, std::string>{{"measure.ms-gate.obedience", "1"}, {"measure.ms-slag.obedience", "1"}});
  CHECK(changes[0].from == "0.9");
  CHECK(words_of(changes[0]) == Words{"ms-gate 执行率 0.9 → 1", "ms-gate compliance 0.9 → 1"});
}

TEST_CASE("a price is no share of compliance, and an order of the baseline is history", "[study]") {
  Request request = of_tiny();
  request.set = {{"measure.ms-duty.price_yuan_per_t", "3"}, {"measure.ms-slag.obedience", "0.5"}, {"measure.ms-slag.layer", "baseline"}};
  CHECK(changes_of(request).empty());
  const auto loaded = load_scenario(request.scenario, load_request(request));
  CHECK(kept_prices(*loaded.world) == std::vector<std::string>{"ms-duty"});
  CHECK(executed_words({}, {"ms-duty"}).en == "the plan is assumed as executed; measures that work by a price stay as assumed: ms-duty");
  CHECK(executed_words({{"ms-a", "obedience", "0.5", "1"}}, {"ms-b", "ms-c"}) ==
        Words{"执行到位（一次模拟）改动：ms-a 执行率 0.5 → 1；以代价起作用的措施不变，仍按假定：ms-b、ms-c",
              "as executed (one run): ms-a compliance 0.5 → 1; measures that work by a price stay as assumed: ms-b, ms-c"});
  CHECK(executed_words({}, {}).zh == "方案本已按执行到位设定");
}

TEST_CASE("a siding whose day of service is assumed opens on the day on which it is to be finished", "[study]") {
  const Scratch scratch;
  Request request = with_a_slip(scratch);
  const auto changes = changes_of(request);
  REQUIRE(changes.size() == 1);
  CHECK(words_of(changes[0]).en == "ms-siding in service 2023-10-01 → 2023-09-01");
  request.set = {{"measure.ms-siding.in_service", "2023-09-01"}};  // the stated day itself
  CHECK(changes_of(request).empty());
  request.set = {{"measure.ms-siding.in_service", "2023-09-02"}};
  CHECK(changes_of(request).size() == 1);
  request.set = {{"measure.ms-siding.from", "2023-09-20"}};  // not before the measure holds
  CHECK(changes_of(request).at(0).to == "2023-09-20");
}

TEST_CASE("the plan as executed is one more run on the first seed, measured against the same base year", "[study]") {
  const Scratch scratch;
  const Request request = with_a_slip(scratch);
  const Variants variants = load_variants(request);
  REQUIRE(variants.executed);
  const World& world = *variants.executed->loaded.world;
  CHECK(policy::as<SidingOpens>(world.measures[*world.measures.find("ms-siding")])->in_service == make_date(2023, 9, 1));
  BaseYears base_years(request, {});
  const AssessmentRuns runs = assessment_runs(variants, request, base_years, scratch / "out");
  REQUIRE(runs.executed);
  CHECK(runs.executed->request.seed == runs.plan.front().request.seed);
  CHECK(runs.executed->base == runs.plan.front().base);
  CHECK(runs.executed->until == runs.plan.front().until);
  CHECK(runs.executed->request.set.at("measure.ms-siding.in_service") == "2023-09-01");
  CHECK(runs.all().size() == 5 + runs.without.size());
}

TEST_CASE("a quick assessment leaves nothing out and has all other runs", "[study]") {
  const Scratch scratch;
  Request request = with_a_slip(scratch);
  request.depth = Depth::quick;
  const Variants variants = load_variants(request);
  CHECK(variants.without.empty());
  BaseYears base_years(request, {});
  CHECK(assessment_runs(variants, request, base_years, scratch / "out").all().size() == 5);  // plan x 3, baseline, executed
}

}  // namespace executed_plan_test
