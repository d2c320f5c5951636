// Linear and integer programmes worked by hand.
#include <catch2/catch.hpp>

#include "analysis/programme/programme.hpp"
#include "sim/core/contract.hpp"

namespace programme_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// Two flows of 10, worth 3 and 2 a tonne; one siding of 12 for both, one section that the first uses twice, of 16.
Programme two_flows() {
  Programme p;
  p.columns = {{0.0, 10.0}, {0.0, 10.0}};
  p.rows = {{{{0, 1.0}, {1, 1.0}}, -kNoBound, 12.0}, {{{0, 2.0}, {1, 1.0}}, -kNoBound, 16.0}};
  p.aim = {3.0, 2.0};
  return p;
}

/// Sixteen things of 10 to 41 kg in a bag that no set of them fills exactly: branch and bound needs more than a node.
Programme bag() {
  Programme p;
  ProgrammeRow row;
  for (std::size_t i = 0; i < 16; ++i) {
    const double weight = 10.0 + 2.0 * static_cast<double>(i) + (i % 3 == 0 ? 0.5 : 0.0);
    p.columns.push_back({0.0, 1.0, true});
    p.aim.push_back(weight + static_cast<double>(i % 5));
    row.terms.push_back({i, weight});
  }
  row.high = 211.25;
  p.rows = {row};
  return p;
}

}  // namespace

TEST_CASE("a linear programme finds the corner and says what a unit more of each limit is worth", "[analysis]") {
  // x + y = 12 and 2 x + y = 16 meet at x = 4, y = 8: 3 x 4 + 2 x 8 = 28. A unit more of the first: x = 3, y = 10, 29: worth 1; of the
  // second: x = 5, y = 7, 29: worth 1.
  const ProgrammeAnswer answer = solve(two_flows());
  REQUIRE(answer.end == ProgrammeEnd::best);
  CHECK(answer.value == Approx(28.0));
  CHECK(answer.columns[0] == Approx(4.0));
  CHECK(answer.columns[1] == Approx(8.0));
  REQUIRE(answer.prices.size() == 2);
  CHECK(answer.prices[0] == Approx(1.0));
  CHECK(answer.prices[1] == Approx(1.0));
}

TEST_CASE("a limit that does not bind is worth nothing", "[analysis]") {
  Programme p = two_flows();
  p.rows[1].high = 100.0;  // x = 10, y = 2
  const ProgrammeAnswer answer = solve(p);
  CHECK(answer.value == Approx(34.0));
  CHECK(answer.prices[0] == Approx(2.0));
  CHECK(answer.prices[1] == Approx(0.0).margin(1e-12));
}

TEST_CASE("a programme that cannot be, or has no end, says so", "[analysis]") {
  Programme p = two_flows();
  p.rows.push_back({{{0, 1.0}, {1, 1.0}}, 13.0, kNoBound});
  CHECK(solve(p).end == ProgrammeEnd::impossible);
  CHECK_FALSE(solve(p).found());
  Programme endless;
  endless.columns = {{}};
  endless.rows = {{{{0, 1.0}}, 0.0, kNoBound}};
  endless.aim = {1.0};
  CHECK(solve(endless).end == ProgrammeEnd::unbounded);
}

TEST_CASE("an integer programme takes whole steps and proves it", "[analysis]") {
  // Two firms wish 10 of 10 each: a 0-1 choice each, x >= 10 z.
  Programme p;
  p.columns = {{0.0, 10.0}, {0.0, 10.0}, {0.0, 1.0, true}, {0.0, 1.0, true}};
  p.rows = {{{{0, 1.0}, {1, 1.0}}, -kNoBound, 10.0}, {{{0, 1.0}, {2, -10.0}}, 0.0, kNoBound}, {{{1, 1.0}, {3, -10.0}}, 0.0, kNoBound}};
  p.aim = {0.0, 0.0, 1.0, 1.0};
  const ProgrammeAnswer answer = solve_whole(p, 1000);
  CHECK(answer.end == ProgrammeEnd::best);
  CHECK(answer.value == Approx(1.0));
  CHECK(answer.bound == Approx(1.0));
  p.rows[0].high = 20.0;
  CHECK(solve_whole(p, 1000).value == Approx(2.0));
  p.rows.push_back({{{2, 1.0}, {3, 1.0}}, 3.0, kNoBound});
  CHECK(solve_whole(p, 1000).end == ProgrammeEnd::impossible);
}

TEST_CASE("branch and bound that is stopped says how good its answer may be", "[analysis]") {
  const ProgrammeAnswer whole = solve_whole(bag(), 100000);
  REQUIRE(whole.end == ProgrammeEnd::best);
  CHECK(whole.bound == whole.value);
  const ProgrammeAnswer stopped = solve_whole(bag(), 0);
  CHECK(stopped.end == ProgrammeEnd::stopped);
  CHECK(stopped.bound >= whole.value);
  if (stopped.found()) CHECK(stopped.value <= whole.value);
}

TEST_CASE("the same programme gives the same bytes", "[analysis]") {
  const ProgrammeAnswer one = solve(two_flows());
  const ProgrammeAnswer other = solve(two_flows());
  CHECK(one.columns == other.columns);
  CHECK(one.prices == other.prices);
  CHECK(solve_whole(bag(), 1000).columns == solve_whole(bag(), 1000).columns);
}

TEST_CASE("an answer that breaks a limit by more than rounding is a broken promise", "[analysis]") {
  const Programme p = two_flows();
  CHECK(worst_breach(p, {4.0, 8.0}) == Approx(0.0).margin(1e-12));
  CHECK_NOTHROW(expect_kept(p, {4.0, 8.000005}));  // 5e-6 of 12: rounding
  CHECK_THROWS_AS(expect_kept(p, {4.0, 8.001}), SolverFailed);
  CHECK_THROWS_AS(expect_kept(p, {-0.001, 8.0}), SolverFailed);
  Programme choice = bag();
  std::vector<double> half(16, 0.0);
  half[0] = 0.5;
  CHECK_THROWS_AS(expect_kept(choice, half), SolverFailed);
}

TEST_CASE("a programme whose numbers lie too far apart for the solver is a failure of the solver, not an answer", "[analysis]") {
  Programme p = two_flows();
  p.rows[0].terms[0].factor = 1e40;
  CHECK_THROWS_AS(solve(p), SolverFailed);
}

}  // namespace programme_test
