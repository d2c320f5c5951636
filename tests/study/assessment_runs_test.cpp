/// Which runs an assessment of tiny needs, and when each may end.
#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/core/contract.hpp"
#include "study/assess/assessment_runs.hpp"
#include "study/counterfactuals.hpp"
#include "study/plans/contributions.hpp"
#include "tests/study/scene.hpp"

namespace assessment_runs_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& plan() { return *tiny().world; }
Date day(int year, int month, int number) { return make_date(year, month, number); }

bool has(const std::vector<LeftOut>& sets, const LeftOut& set) { return std::count(sets.begin(), sets.end(), set) == 1; }

}  // namespace

TEST_CASE("what orders a target's quantity is left out together and alone, every set once", "[study]") {
  const auto sets = sets_to_leave_out(plan());
  CHECK(std::is_sorted(sets.begin(), sets.end()));
  CHECK(std::adjacent_find(sets.begin(), sets.end()) == sets.end());
  CHECK(has(sets, {"ms-retire"}));                                     // tg-china3
  CHECK(has(sets, {"ms-through"}));                                    // tg-through
  CHECK(has(sets, {"ms-slag"}));                                       // tg-slag-2023 and tg-slag-2024
  CHECK(has(sets, {"ms-sanitation"}));                                 // tg-sanitation
  CHECK(has(sets, {"ms-mixer"}));                                      // tg-mixer
  for (const LeftOut& set : sets) CHECK(set.count("ms-siding") == 0);  // it orders nothing
}

TEST_CASE("a run ends with the year of the last day that it is asked for", "[study]") {
  const std::vector<Date> days = {day(2023, 3, 1), day(2023, 12, 31)};
  CHECK(end_of_last_year(plan(), days, std::nullopt) == day(2024, 1, 1));
  CHECK(end_of_last_year(plan(), {day(2024, 1, 1)}, std::nullopt) == day(2025, 1, 1));
  // A run that ends earlier ends there; the scenario ends on 2025-01-01.
  CHECK(end_of_last_year(plan(), days, day(2023, 6, 1)) == day(2023, 6, 1));
  CHECK(end_of_last_year(plan(), days, day(2024, 6, 1)) == day(2024, 1, 1));
  CHECK(end_of_last_year(plan(), {day(2031, 1, 1)}, std::nullopt) == day(2025, 1, 1));
}

TEST_CASE("a day before the scenario, or none, asks for its first year", "[study]") {
  CHECK(end_of_last_year(plan(), {day(2021, 12, 31)}, std::nullopt) == day(2024, 1, 1));
  CHECK(end_of_last_year(plan(), {}, std::nullopt) == day(2024, 1, 1));
  CHECK(end_of_last_year(plan(), {}, day(2023, 1, 2)) == day(2023, 1, 2));
}

TEST_CASE("a run without an order is simulated to the end of the year of its last target", "[study]") {
  // ms-retire orders tg-china3 (due 2023-12-31) alone; ms-slag orders a target of 2023 and one of 2024.
  CHECK(end_of_use(plan(), {"ms-retire"}, std::nullopt) == day(2024, 1, 1));
  CHECK(end_of_use(plan(), {"ms-slag"}, std::nullopt) == day(2025, 1, 1));
  CHECK(end_of_use(plan(), {"ms-retire", "ms-slag"}, std::nullopt) == day(2025, 1, 1));
  CHECK(end_of_use(plan(), {"ms-slag"}, day(2023, 8, 1)) == day(2023, 8, 1));
  CHECK(end_of_use(plan(), {"ms-siding"}, std::nullopt) == day(2024, 1, 1));  // no target asks
}

TEST_CASE("an assessment runs baseline, plan on three seeds, and the plan without each set of orders", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.until = "2024-03-01";
  request.layer = Layer::baseline;  // an assessment has both layers whatever is asked
  const Variants variants = load_variants(request);
  BaseYears base_years(request, {});
  const AssessmentRuns runs = assessment_runs(variants, request, base_years, scratch.path());
  CHECK(runs.baseline.base != nullptr);
  for (const RunJob& job : runs.all()) CHECK(job.base == runs.baseline.base);  // one base year for all
  CHECK(runs.baseline.folder == scratch / "baseline");
  CHECK(runs.baseline.request.layer == "baseline");
  CHECK(runs.baseline.world == &*variants.baseline.world);
  CHECK(runs.baseline.world->measures.size() < plan().measures.size());
  REQUIRE(runs.plan.size() == 3);
  CHECK(runs.plan[0].folder == scratch / "plan");
  CHECK(runs.plan[0].parts == RunJob::Parts::everything);
  for (int r = 1; r <= 3; ++r) {
    const RunJob& job = runs.plan[static_cast<std::size_t>(r - 1)];
    CHECK(job.request.layer == "plan");
    CHECK(job.replication == r);
    CHECK(job.request.seed == 6755U + static_cast<unsigned>(r));  // 6756, 6757, 6758
    CHECK(job.until == day(2024, 3, 1));
    CHECK((job.parts == RunJob::Parts::everything) == (r == 1));
  }
  CHECK(names_in(scratch / "parts").size() == 2 + variants.without.size());
}

TEST_CASE("runs for contributions end together, with the year of the last target that is due in the scenario", "[study]") {
  // Targets of tiny are due on 2022-12-31 (before its start), 2023-12-31 and 2024-12-31.
  CHECK(end_of_contributions(plan(), std::nullopt) == day(2025, 1, 1));
  CHECK(end_of_contributions(plan(), day(2023, 8, 1)) == day(2023, 8, 1));
  World early = plan();
  std::vector<Target> targets;
  for (const Target& target : plan().targets) {
    if (target.due <= day(2023, 12, 31)) targets.push_back(target);
  }
  early.targets = Table<Target>(targets);
  CHECK(end_of_contributions(early, std::nullopt) == day(2024, 1, 1));
  // Of a target that is due before the scenario nothing is asked: the runs are as long as the plan.
  early.targets = Table<Target>(std::vector<Target>{plan().targets[*plan().targets.find("tg-rail-2022")]});
  CHECK(end_of_contributions(early, std::nullopt) == day(2025, 1, 1));
  early.targets = {};
  CHECK(end_of_contributions(early, day(2024, 6, 1)) == day(2024, 6, 1));
}

TEST_CASE("every run without measures is on the draws of the plan: same seed, same base year", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.seed = 41;
  const Variants variants = load_variants(request);
  BaseYears base_years(request, {});
  const AssessmentRuns runs = assessment_runs(variants, request, base_years, scratch.path());
  CHECK(runs.plan.front().request.seed == 41);
  CHECK(runs.baseline.request.seed == 41);
  REQUIRE_FALSE(runs.without.empty());
  for (const RunJob& job : runs.without) {
    CHECK(job.request.seed == 41);
    CHECK(job.base == runs.plan.front().base);
    CHECK(job.request.kernel == runs.plan.front().request.kernel);
  }
}

TEST_CASE("a quick assessment leaves nothing out", "[study]") {
  Request request = of_tiny();
  request.depth = Depth::quick;
  CHECK(load_variants(request).without.empty());
}

TEST_CASE("the run without some measures is found where it is, be it plan or baseline", "[study]") {
  const Scratch scratch;
  const Variants variants = load_variants(of_tiny());
  BaseYears base_years(of_tiny(), {});
  const AssessmentRuns runs = assessment_runs(variants, of_tiny(), base_years, scratch.path());
  CHECK(runs.run_of(variants, {}).folder == scratch / "plan");
  // ms-slag freezes a stock, which the baseline does not count: without all of the plan is a run of its own.
  CHECK(runs.run_of(variants, whole_plan(plan())).folder == runs.without.front().folder);
  CHECK(variants.without.front().measures == whole_plan(plan()));
  CHECK_THROWS_AS(runs.run_of(variants, {"ms-sales-5"}), BrokenPromise);
}

TEST_CASE("runs without orders have the first seed, their measures and their end, and lie in the order of the sets", "[study]") {
  const Scratch scratch;
  const Variants variants = load_variants(of_tiny());
  BaseYears base_years(of_tiny(), {});
  const AssessmentRuns runs = assessment_runs(variants, of_tiny(), base_years, scratch.path());
  REQUIRE(runs.without.size() == sets_to_run(plan()).size());
  const std::vector<LeftOut> for_contributions = contribution_sets(plan());
  for (std::size_t i = 0; i < runs.without.size(); ++i) {
    const LeftOut& measures = variants.without[i].measures;
    const RunJob& job = runs.without[i];
    CHECK(measures == sets_to_run(plan())[i]);
    const bool contributes = std::count(for_contributions.begin(), for_contributions.end(), measures) > 0;
    CHECK(job.request.removed_measures == std::vector<std::string>(measures.begin(), measures.end()));
    CHECK(job.request.seed == 6756);
    CHECK(job.until == (contributes ? day(2025, 1, 1) : end_of_use(plan(), measures, std::nullopt)));
    CHECK(job.parts == RunJob::Parts::metrics_only);
    for (const std::string& id : measures) CHECK((id == "ms-slag") == job.world->measures.find(id).has_value());
  }
  CHECK(runs.all().size() == 4 + runs.without.size());
  CHECK(runs.all()[0].folder == scratch / "plan");
  CHECK(runs.all()[1].folder == scratch / "baseline");
}

}  // namespace assessment_runs_test
