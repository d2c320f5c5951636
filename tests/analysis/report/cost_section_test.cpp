// The section on what the plan costs.
#include <catch2/catch.hpp>

#include "tests/analysis/costs/costs_city.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace cost_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

bool has(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the page shows bills, firms, public money and who states none", "[analysis]") {
  CostCase c;
  c.plan_world.measures = Table<Measure>(
      {paid_measure("ms-a", {{PublicCostKind::investment, 2020, Yuan{30'000}, {20'000, 45'000, Standing::assumed, "", "a round number"}}}),
       paid_measure("ms-b", {})});
  const ReportCase page = report_case();
  report::ReportInput input = page.input();
  input.costs = c.costs();
  const std::string zh = report_text(input, Language::zh);
  for (const char* part : {"费用：谁付、谁得", "运费变化最大的企业", "远港", "-1.84 万元", "各项措施的公共支出", "投资", "假设",
                           "公共支出未给出（未计入）：ms-b。"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  const std::string en = report_text(input, Language::en);
  for (const char* part : {"Costs: who pays, who gains", "Far Port", "-18,400 yuan", "Public money by measure", "investment",
                           "No price stated for public money of (in no figure): ms-b."}) {
    INFO(part);
    CHECK(has(en, part));
  }
}

TEST_CASE("runs without prices are not compared, and the page says so", "[analysis]") {
  const ReportCase c = report_case();
  CHECK(has(report_text(c.input(), Language::en), "costs are not compared"));
  CHECK(has(report_text(c.input(), Language::zh), "不比较费用。"));
}

}  // namespace cost_section_test
