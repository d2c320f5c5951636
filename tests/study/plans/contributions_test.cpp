/// Which runs the contributions of a plan need.
#include <catch2/catch.hpp>

#include <algorithm>

#include "study/assess/assessment_runs.hpp"
#include "study/counterfactuals.hpp"
#include "study/plans/contributions.hpp"
#include "tests/study/scene.hpp"

namespace contributions_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& town() { return *tiny().world; }

/// tiny with these measures of its plan alone.
World planning(const std::vector<std::string>& ids) {
  World world = town();
  std::vector<Measure> measures;
  for (const Measure& measure : town().measures) {
    if (measure.layer == Layer::baseline || std::count(ids.begin(), ids.end(), measure.id) > 0) measures.push_back(measure);
  }
  world.measures = Table<Measure>(measures);
  return world;
}

}  // namespace

TEST_CASE("every measure of the plan is left out once and left alone once, those of the baseline never", "[study]") {
  const LeftOut all{"ms-duty", "ms-gate", "ms-mixer", "ms-retire", "ms-sanitation", "ms-siding", "ms-slag", "ms-through"};
  CHECK(whole_plan(town()) == all);
  const auto sets = part_sets(town());
  REQUIRE(sets.size() == 8);  // each clause of tiny has one measure
  for (const PartSets& set : sets) {
    CHECK(set.itself == LeftOut{set.part.id});
    LeftOut others = all;
    others.erase(set.part.id);
    CHECK(set.others == others);
  }
  // 8 one-outs, 8 one-ins, and the plan without all of it: ms-slag is kept with nobody who obeys, so that its stock is counted.
  CHECK(contribution_sets(town()).size() == 17);
}

TEST_CASE("plan and baseline are not run again", "[study]") {
  CHECK(run_without(town(), {}) == RunWithout::plan);
  CHECK(run_without(town(), {"ms-duty"}) == RunWithout::own);
  CHECK(run_without(town(), whole_plan(town())) == RunWithout::own);  // a frozen base among them
  const World two = planning({"ms-duty", "ms-siding"});
  CHECK(run_without(two, {"ms-duty", "ms-siding"}) == RunWithout::baseline);
  // Without the one is with the other alone.
  CHECK(contribution_sets(two) == std::vector<LeftOut>{{"ms-duty"}, {"ms-siding"}});
  // Of a plan of one measure the run without it is the baseline, with it alone the plan.
  CHECK(contribution_sets(planning({"ms-duty"})).empty());
  CHECK(contribution_sets(planning({})).empty());
  // A frozen base alone: the baseline does not count its stock.
  CHECK(contribution_sets(planning({"ms-slag"})) == std::vector<LeftOut>{{"ms-slag"}});
}

TEST_CASE("measures of one clause are left out and left alone together as well", "[study]") {
  World world = planning({"ms-duty", "ms-gate", "ms-siding"});
  for (Measure& measure : world.measures.rows_for_loading()) {
    if (measure.id == "ms-gate") measure.clause = town().clauses.find("TN-02");  // that of ms-duty
  }
  const auto sets = part_sets(world);
  REQUIRE(sets.size() == 4);
  CHECK(sets[3].part.kind == analysis::PartKind::clause);
  CHECK(sets[3].part.id == "TN-02");
  CHECK(sets[3].itself == LeftOut{"ms-duty", "ms-gate"});
  CHECK(sets[3].others == LeftOut{"ms-siding"});
  // Three one-outs, three one-ins; both of the clause are among them already or are {duty, gate}, which is ms-siding alone.
  CHECK(contribution_sets(world).size() == 6);
}

TEST_CASE("a run without an order serves verdict and contribution alike", "[study]") {
  const auto run = sets_to_run(town());
  for (const LeftOut& set : sets_to_leave_out(town())) CHECK(std::count(run.begin(), run.end(), set) == 1);
  for (const LeftOut& set : contribution_sets(town())) CHECK(std::count(run.begin(), run.end(), set) == 1);
  // What is left out most comes first: it has most in common with the others that stand alone.
  CHECK(std::is_sorted(run.begin(), run.end(), [](const LeftOut& a, const LeftOut& b) { return a.size() > b.size(); }));
  // A set that is the whole plan of one measure is the baseline.
  for (const LeftOut& set : sets_to_run(planning({"ms-retire"}))) CHECK(set != LeftOut{"ms-retire"});
}

}  // namespace contributions_test
