/// What ordered verdicts say of the plan without their orders.
#include <catch2/catch.hpp>

#include "study/counterfactuals.hpp"
#include "study/single_run.hpp"
#include "tests/study/scene.hpp"

namespace counterfactuals_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& plan() { return *tiny().world; }

/// Figures of tiny's first year, with ms-retire obeyed by this share.
analysis::MetricTable figures(const Scratch& scratch, const std::string& obedience) {
  Request request = of_tiny();
  request.until = "2024-01-01";
  request.set["measure.ms-retire.obedience"] = obedience;
  request.out = scratch / ("obeyed-" + obedience);
  static_cast<void>(run(request, {}));
  return read_metrics(request.out);
}

const analysis::Verdict& on(const std::vector<analysis::Verdict>& verdicts, const std::string& target) {
  for (const analysis::Verdict& v : verdicts) {
    if (v.target == target) return v;
  }
  throw std::runtime_error("no verdict on " + target);
}

}  // namespace

TEST_CASE("an ordered verdict gets the value without its order, others stay as they were", "[study]") {
  const Scratch scratch;
  const analysis::MetricTable with = figures(scratch, "1");
  auto verdicts = analysis::judge(plan(), {with});
  // Nobody obeys ms-retire: all 14 China III trucks stay (tests/hand/tiny.md).
  add_counterfactuals(plan(), {{LeftOut{"ms-retire"}, figures(scratch, "0")}}, with, verdicts);
  REQUIRE(on(verdicts, "tg-china3").basis == analysis::Basis::ordered);
  CHECK(on(verdicts, "tg-china3").without_order == 14.0);
  CHECK(on(verdicts, "tg-china3").with_order == on(verdicts, "tg-china3").value);
  // tg-rail-2024 is ordered by nothing that was left out here, tg-sanitation is due after the year that was simulated.
  for (const std::string target : {"tg-rail-2024", "tg-sanitation", "tg-nox"}) {
    CHECK_FALSE(on(verdicts, target).without_order);
    CHECK_FALSE(on(verdicts, target).with_order);
  }
}

TEST_CASE("a target whose due day was not simulated gets no value without its order and breaks nothing", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.until = "2023-03-01";
  request.out = scratch / "short";
  static_cast<void>(run(request, {}));
  const analysis::MetricTable short_run = read_metrics(request.out);
  auto verdicts = analysis::judge(plan(), {short_run});
  WithoutOrders without;
  for (const LeftOut& set : sets_to_leave_out(plan())) without[set] = short_run;
  add_counterfactuals(plan(), without, short_run, verdicts);
  CHECK_FALSE(on(verdicts, "tg-china3").value);
  CHECK_FALSE(on(verdicts, "tg-china3").without_order);
  CHECK_FALSE(on(verdicts, "tg-china3").with_order);
}

}  // namespace counterfactuals_test
