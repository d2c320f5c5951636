// The section on emissions: one table that adds up, the kilometres behind it, and what floors moved.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace emission_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// Both runs of the small city, whose trucks of National V drive 2,000 km a month by the table; 500 km for flows of the plan.
ReportCase with_kilometres() {
  ReportCase c = report_case();
  for (ledger::Ledger* l : {&c.baseline_ledger, &c.plan_ledger}) {
    for (ledger::RegisterFoldRow& r : l->registers) {
      if (r.tally.access == kDiesel5 && r.tally.segment == id(c.plan_world.segments, "freight")) r.tally.mileage_metres = 2'000'000;
    }
    for (Month m = make_month(2020, 1); m < make_month(2022, 1); m = m + 1) {
      ledger::ServiceRow row;
      row.month = m;
      row.flow = id(c.plan_world.flows, "coal-home");
      row.leg = 1;
      row.loaded = true;
      row.vehicle = EmissionClass{VehicleType::heavy, kDiesel5, Fault::sound}.index();
      row.compliance = l == &c.plan_ledger ? ledger::Compliance::violation : ledger::Compliance::no_rule;
      row.kg = 1'000'000;
      row.metres = 500'000;
      l->service.push_back(row);
    }
  }
  c.baseline = analysis::measure(c.baseline_world, c.baseline_ledger, {"small-city", "baseline", "", 1});
  c.plan = measured(c.plan_world, c.plan_ledger);
  return c;
}

}  // namespace

TEST_CASE("the exhaust of the city is one table whose total contains other work, and nothing stands beside it", "[analysis]") {
  const ReportCase c = with_kilometres();
  const std::string page = report_text(c.input(), Language::zh);
  // Other work 12 x 1,500 km at (4 + 3) / 2 g = 63 kg; through trucks of the plan 12 x 40,000 km x 4 g = 1.920 t: 1.983 t in all
  CHECK(has(page, "— 其他作业（本地在册车） | 0.0630 吨"));
  CHECK(has(page, "过境货车 | 1.920 吨"));
  CHECK(has(page, "合计 | 1.983 吨"));
  CHECK(has(page, "全市货运排放只有一本账"));
  for (const char* old : {"另册", "register_exhaust", "pool_exhaust"}) CHECK_FALSE(has(page, old));
  CHECK(has(report_text(c.input(), Language::en), "other work (local trucks)"));
}

TEST_CASE("the book of kilometres stands under the exhaust, by segment, with how much of the table is driven", "[analysis]") {
  const std::string page = report_text(with_kilometres().input(), Language::zh);
  CHECK(has(page, "货车里程总账"));
  // table 24,000 km, flows 6,000, counted 0, other 18,000, in all 24,000 = 100 %
  CHECK(has(page, "2.40 万公里 | 6,000 公里 | 0 公里 | 1.80 万公里 | 2.40 万公里 | 100.00%"));
}

TEST_CASE("where over 105 % of the table is driven, the page names the trucks, the worst year and how much, else nothing", "[analysis]") {
  const auto page_of = [](std::int64_t more_metres, Language language) {
    ReportCase c = with_kilometres();
    for (ledger::ServiceRow& row : c.plan_ledger.service) {
      if (row.month >= make_month(2021, 1)) row.metres += more_metres;
    }
    c.plan = measured(c.plan_world, c.plan_ledger);
    return report_text(c.input(), language);
  };
  // 100 km more for flows in every month of the plan's 2021: 12 x (600 + 1,500) = 25,200 of 24,000 km, 105 %
  CHECK_FALSE(has(page_of(100'000, Language::zh), "实跑超过里程表"));
  CHECK(has(page_of(102'000, Language::zh), "货车 · 方案 2021 105.10%。"));
  // 600 km more: 31,200 of 24,000 km
  CHECK(has(page_of(600'000, Language::zh), "实跑超过里程表 5% 以上（取最高的一年）：货车 · 方案 2021 130.00%。"));
  CHECK(has(page_of(600'000, Language::en),
            "More driven than the table gives by over 5 % (the worst year): freight trucks · plan 2021 130.00%."));
}

TEST_CASE("why the plan emits other NOx than the baseline stands there in figures that sum", "[analysis]") {
  const ReportCase c = with_kilometres();
  // Local trucks drive the same in both runs; all of the difference is that of the through trucks.
  const double plan = row(c.plan, "exhaust", "2021", "numerator_kind=NOx;basis=through_exhaust").value;
  REQUIRE(has_row(c.plan, "exhaust", "2021", "numerator_kind=NOx;basis=through_exhaust"));
  CHECK(plan == Approx(1.92));
  const std::string page = report_text(c.input(), Language::en);
  CHECK(has(page, "NOx in 2021, plan less baseline "));
  CHECK(has(page, "other kilometres of registered local trucks 0 t"));
}

TEST_CASE("a plan without a gate floor has no table of redeployment, one with a floor that bound a haul has", "[analysis]") {
  ReportCase c = with_kilometres();
  CHECK_FALSE(has(report_text(c.input(), Language::zh), "清洁车辆调配"));
  GateFloor floor;
  floor.firms = {id(c.plan_world.firms, "small")};
  c.plan_world.measures = Table<Measure>(std::vector<Measure>{measure("floor", make_date(2021, 1, 1), floor)});
  c.plan_world.index();
  const std::string page = report_text(c.input(), Language::zh);
  CHECK(has(page, "清洁车辆调配"));
  CHECK(has(page, "门禁"));
  CHECK(has(page, "1.20 万吨 → 1.20 万吨"));  // 12 x 1,000 t at the gate on both sides
}

}  // namespace emission_section_test
