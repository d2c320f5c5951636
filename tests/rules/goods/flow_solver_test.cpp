#include "sim/rules/goods/flow_solver.hpp"

#include <catch2/catch.hpp>

#include "tests/rules/plan_world.hpp"

namespace flow_solver_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::DatedValue;
using railshift::testing::Draft;

namespace {

const Date kStart = make_date(2020, 1, 1);
const Month kJanuary = make_month(2020, 1);
using Kind = SolverFault::Kind;

/// A mine of 1000 t and a plant that needs 400 t of coal.
struct Pair {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> plant = d.site("b-plant", SiteKind::coking_works);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Pair() {
    d.process("p1", mine, 1000.0, {{"coal", 1.0}});
    d.process("p2", plant, 400.0, {}, {{"coal", 1.0}});
  }
  Id<Flow> coal(const std::string& id, Id<Site> from, Id<Site> to, FlowRule rule, double share) {
    return d.flow(id, d.coal, from, to, rule, {{kStart, share}});
  }
  [[nodiscard]] FlowSolution solved() const { return solve_flows(d.build(), kJanuary); }
};

double rate(const FlowSolution& solution, Id<Flow> flow) { return solution.rates.of_flow[flow.index].value; }

std::vector<Kind> kinds(const FlowSolution& solution) {
  std::vector<Kind> all;
  for (const SolverFault& fault : solution.faults) all.push_back(fault.kind);
  return all;
}

}  // namespace

TEST_CASE("a push takes its share of an output, a pull its share of a need", "[rules]") {
  Pair p;
  const auto push = p.coal("f1", p.mine, p.outside, FlowRule::push, 0.3);
  const auto pull = p.coal("f2", p.mine, p.plant, FlowRule::pull, 0.5);
  const FlowSolution s = p.solved();
  CHECK(rate(s, push) == Approx(300.0));
  CHECK(rate(s, pull) == Approx(200.0));
  CHECK(s.faults.empty());
  CHECK(s.sent[pull.index] == Side{p.mine, SideKind::output, "coal"});
  CHECK(s.received[pull.index] == Side{p.plant, SideKind::need, "coal"});
  CHECK_FALSE(s.received[push.index]);
}

TEST_CASE("rests share what all other flows of their side leave", "[rules]") {
  // 1000 less a push of 100 and a pull of 400: 500, a fifth and four fifths of it.
  Pair p;
  p.coal("f1", p.mine, p.outside, FlowRule::push, 0.1);
  p.coal("f2", p.mine, p.plant, FlowRule::pull, 1.0);
  const auto small = p.coal("f3", p.mine, p.outside, FlowRule::rest_out, 0.2);
  const auto large = p.coal("f4", p.mine, p.outside, FlowRule::rest_out, 0.8);
  const FlowSolution s = p.solved();
  CHECK(rate(s, small) == Approx(100.0));
  CHECK(rate(s, large) == Approx(400.0));
}

TEST_CASE("a need that is drawn as a rest counts at the output before the output's own rest", "[rules]") {
  // The plant gets 100 by a fixed flow and needs 300 more from the mine; the mine sends 700 away.
  Pair p;
  p.coal("f1", p.outside, p.plant, FlowRule::fixed, 100.0);
  const auto drawn = p.coal("f2", p.mine, p.plant, FlowRule::rest_in, 1.0);
  const auto away = p.coal("f3", p.mine, p.outside, FlowRule::rest_out, 1.0);
  const FlowSolution s = p.solved();
  CHECK(rate(s, drawn) == Approx(300.0));
  CHECK(rate(s, away) == Approx(700.0));
  CHECK(s.faults.empty());
}

TEST_CASE("half a kilogram too much is rounding, a whole one is a negative rest, and both carry nothing", "[rules]") {
  for (const double over : {0.0004, 0.0006}) {
    Pair p;
    p.coal("f1", p.outside, p.plant, FlowRule::fixed, 400.0 + over);
    const auto rest = p.coal("f2", p.mine, p.plant, FlowRule::rest_in, 1.0);
    const FlowSolution s = p.solved();
    CHECK(rate(s, rest) == 0.0);
    CHECK(kinds(s) == (over > 0.0005 ? std::vector{Kind::negative_rest} : std::vector<Kind>{}));
  }
}

TEST_CASE("a rest without a share is not blamed for a negative rest", "[rules]") {
  Pair p;
  p.coal("f1", p.outside, p.plant, FlowRule::fixed, 500.0);
  p.coal("f2", p.mine, p.plant, FlowRule::rest_in, 0.0);
  CHECK(p.solved().faults.empty());
}

TEST_CASE("shares over one blame every flow of the side that has a share", "[rules]") {
  Pair p;
  p.coal("f1", p.mine, p.outside, FlowRule::push, 0.7);
  p.coal("f2", p.mine, p.plant, FlowRule::push, 0.30001);
  p.coal("f3", p.mine, p.outside, FlowRule::push, 0.0);
  const FlowSolution s = p.solved();
  REQUIRE(kinds(s) == std::vector{Kind::shares_over_one, Kind::shares_over_one});
  CHECK(s.faults[0].what == Words{"a-mine 的 coal 产出的比例合计为 1.00001", "shares of the output of coal of a-mine sum to 1.00001"});
}

TEST_CASE("a share of an outside site is a fault and carries nothing", "[rules]") {
  Pair p;
  const auto push = p.coal("f1", p.outside, p.plant, FlowRule::push, 0.5);
  const auto rest = p.coal("f2", p.mine, p.outside, FlowRule::rest_in, 0.5);
  const FlowSolution s = p.solved();
  CHECK(kinds(s) == std::vector{Kind::no_balance, Kind::no_balance});
  CHECK(rate(s, push) + rate(s, rest) == 0.0);
}

TEST_CASE("rests that wait for each other are a cycle at both ends", "[rules]") {
  // f1 is the rest of the mine and fills the plant's need, f2 is the rest of that need and empties the mine.
  Pair p;
  const auto out = p.coal("f1", p.mine, p.plant, FlowRule::rest_out, 0.5);
  const auto in = p.coal("f2", p.mine, p.plant, FlowRule::rest_in, 0.5);
  const FlowSolution s = p.solved();
  CHECK(kinds(s) == std::vector{Kind::cycle, Kind::cycle});
  CHECK(rate(s, out) + rate(s, in) == 0.0);
}

TEST_CASE("fixed tonnes run straight from point to point and stop with the end that is less open", "[rules]") {
  // 100 until 2021, 300 in 2023: 200 in 2022. In January 2022 the plant is open on 10 of 31 days.
  Pair p;
  const auto fixed = p.d.flow("f1", p.d.coke, p.outside, p.plant, FlowRule::fixed,
                              {DatedValue{make_date(2021, 1, 1), 100.0}, DatedValue{make_date(2023, 1, 1), 300.0}});
  p.d.edit(p.plant).closes = make_date(2022, 1, 11);
  const World w = p.d.build();
  CHECK(rate(solve_flows(w, kJanuary), fixed) == Approx(100.0));
  CHECK(rate(solve_flows(w, make_month(2021, 12)), fixed) == Approx(100.0));
  CHECK(rate(solve_flows(w, make_month(2022, 1)), fixed) == Approx(200.0 * 10.0 / 31.0));
  CHECK(rate(solve_flows(w, make_month(2022, 2)), fixed) == 0.0);
}

}  // namespace flow_solver_test
