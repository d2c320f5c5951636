// Section 16 of tiny.md: the transport bill.
#include <catch2/catch.hpp>

#include "analysis/costs/plan_costs.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_costs_test {
namespace {

using analysis::CostItem;
using analysis::MetricTable;

double yuan(const MetricTable& table, const char* year, const char* scope) {
  const analysis::MetricRow* row = analysis::find_row(table, "transport_bill", year, analysis::parse_scope(scope));
  if (row == nullptr) throw std::runtime_error(std::string("no bill of ") + scope);
  return row->value;
}

struct Bills {
  const char* scope;
  double in_2023, in_2024;
};

}  // namespace

TEST_CASE("tiny: the bill is tonnes times haul and charges of every leg", "[hand]") {
  const Town& town = planned_town();
  const MetricTable table = analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1});
  const Bills bills[] = {{"", 4'228'800, 4'413'400},
                         {"basis=leg;numerator_kind=truck", 3'325'800, 2'197'900},
                         {"basis=leg;numerator_kind=rail", 903'000, 2'215'500},
                         {"basis=leg;numerator_kind=belt_pipe", 0, 0},
                         {"basis=main_haul;numerator_kind=rail", 1'138'200, 2'470'300},
                         {"commodity=ore", 1'722'000, 1'824'000},
                         {"firm=fm-mine;direction=out", 2'431'200, 2'513'800},
                         {"firm=fm-works;direction=out", 75'600, 75'600},
                         {"firm=fm-works;direction=both", 2'337'600, 2'439'600},
                         {"firm=fm-outside;direction=out", 1'722'000, 1'824'000}};
  for (const Bills& bill : bills) {
    INFO(bill.scope);
    CHECK(yuan(table, "2023", bill.scope) == Approx(bill.in_2023));
    CHECK(yuan(table, "2024", bill.scope) == Approx(bill.in_2024));
  }
  CHECK(analysis::find_row(table, "hire_cost", "2024", {{"numerator_kind", "outside_trucks"}})->value == 0.0);
  CHECK(analysis::find_row(table, "hire_cost", "2024", {{"numerator_kind", "hire_premium"}})->value == 0.0);
  CHECK(analysis::find_row(table, "unpriced_tonnes", "2024", {})->value == 0.0);
}

TEST_CASE("tiny: a tonne of ore by rail is a yuan cheaper than by road, and nobody's price is stated for public money", "[hand]") {
  const Town& plan = planned_town();
  const Town baseline = run_town({Layer::baseline});
  const auto metrics = [](const Town& town) { return analysis::measure(town.world, town.ledger, {"tiny", "", "", 1}); };
  const MetricTable before = metrics(baseline), after = metrics(plan);
  const auto costs = analysis::plan_costs({&baseline.world, &baseline.ledger, &before}, {&plan.world, &plan.ledger, &after});
  const auto of = [&](CostItem item, const char* kind) {
    const analysis::CostRow* row = analysis::find_cost(costs, item, kind, "2023..2024");
    if (row == nullptr) throw std::runtime_error(kind);
    return *row;
  };
  CHECK(*of(CostItem::bill, "").baseline == Approx(8'696'200));
  CHECK(*of(CostItem::bill, "").plan == Approx(8'642'200));
  CHECK(*of(CostItem::rail_tonnes, "").difference == Approx(31'500));
  CHECK(*of(CostItem::same_goods, "").difference == Approx(-31'500));
  CHECK(*of(CostItem::per_tonne, "bill").difference == Approx(-1.0));
  CHECK(of(CostItem::public_cost, "").remark == analysis::CostRemark::not_stated);
  CHECK_FALSE(of(CostItem::per_tonne, "bill_and_public").difference);
}

}  // namespace railshift::hand::tiny_costs_test
