/// From baseline to plan: the sum closes, and what is not known is not drawn.
#include <catch2/catch.hpp>

#include "analysis/contributions/waterfall.hpp"

namespace waterfall_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

PlanPart measure_part(const std::string& id) { return {PartKind::measure, id, {id}, {id, id}}; }

Contribution effect(const PlanPart& part, std::optional<double> one_in) {
  Contribution c;
  c.part = part;
  c.figure = {"t", "rail_share", {}, "2025", "1", Demand{Operator::at_least, 0.9}};
  c.baseline = 0.5;
  c.plan = 0.75;
  c.one_in = one_in;
  if (one_in) c.with_alone = 0.5 + *one_in;
  c.small = 0.01;
  return c;
}

}  // namespace

TEST_CASE("baseline, clauses, the small ones, and what they do together add up to the plan", "[brief]") {
  // 0.5 + 0.125 + 0.0625 + 0.005 = 0.6925, so 0.0575 of the plan's 0.75 comes by clauses together.
  const std::vector<Contribution> all{effect(measure_part("b"), 0.0625), effect(measure_part("a"), 0.125),
                                      effect(measure_part("c"), 0.005)};
  const auto fall = waterfall_of(all, "t", 6);
  REQUIRE(fall);
  REQUIRE(fall->steps.size() == 2);
  CHECK(fall->steps[0].part->part.id == "a");  // the largest first
  CHECK(fall->steps[1].part->part.id == "b");
  CHECK(fall->others_count == 1);
  CHECK(fall->others == Approx(0.005));
  CHECK(fall->together == Approx(0.0575));
  double sum = fall->baseline + fall->others + fall->together;
  for (const WaterfallStep& step : fall->steps) sum += step.value;
  CHECK(sum == Approx(fall->plan));
}

TEST_CASE("a clause of several measures is one step, and its measures are none", "[brief]") {
  const PlanPart clause{PartKind::clause, "C-1", {"a", "b"}, {"C-1", "C-1"}};
  const std::vector<Contribution> all{effect(measure_part("a"), 0.1), effect(measure_part("b"), 0.1), effect(clause, 0.3)};
  const auto fall = waterfall_of(all, "t", 6);
  REQUIRE(fall);
  REQUIRE(fall->steps.size() == 1);
  CHECK(fall->steps[0].part->part.id == "C-1");
  CHECK(fall->together == Approx(-0.05));  // it brings more alone than the plan does
}

TEST_CASE("more steps than are wanted count as others", "[brief]") {
  const std::vector<Contribution> all{effect(measure_part("a"), 0.1), effect(measure_part("b"), 0.08)};
  const auto fall = waterfall_of(all, "t", 1);
  REQUIRE(fall);
  CHECK(fall->steps.size() == 1);
  CHECK(fall->others == Approx(0.08));
  CHECK(fall->others_count == 1);
}

TEST_CASE("where one clause has no figure, or none is of the target, there is no waterfall", "[brief]") {
  const std::vector<Contribution> all{effect(measure_part("a"), 0.1), effect(measure_part("b"), std::nullopt)};
  CHECK_FALSE(waterfall_of(all, "t", 6));
  CHECK_FALSE(waterfall_of(all, "another", 6));
  CHECK(waterfall_of({all[0]}, "t", 6));
}

}  // namespace waterfall_test
