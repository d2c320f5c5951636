/// What every section of the report asks of its page: reasons with their figures, the year of single-year tables.
#include <catch2/catch.hpp>

#include "analysis/report/page.hpp"
#include "tests/analysis/report_city.hpp"

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

TEST_CASE("the reasons of a verdict are sentences, a value without one measure stands in its unit", "[analysis]") {
  const auto c = report_case();
  const auto input = c.input();
  analysis::Verdict v = c.verdicts[1];
  v.unit = "vehicles";
  v.reasons = {analysis::OrderedBy{{"m<1>", "m2"}}, analysis::WithoutAlone{"m2", 1730.0}};
  CHECK(report::Page(input, Language::zh).basis_reasons(v) ==
        "规定该指标的措施：m&lt;1&gt;、m2；仅撤去 m2: <span class=\"num\">1,730 辆</span>");
  v.reasons = {analysis::PlainReason::no_rail_chain, analysis::NoValue{{2024, 0}}};
  CHECK(report::Page(input, Language::en).basis_reasons(v) ==
        "no chain of these flows has a rail leg; no result fits scope, period (2024) and unit");
  v.reasons.clear();
  CHECK(report::Page(input, Language::en).basis_reasons(v).empty());
}

TEST_CASE("single-year tables show the latest year in which a target is due", "[analysis]") {
  auto c = report_case();
  CHECK(report::Page(c.input(), Language::zh).focus_year() == "2021");
  for (auto& v : c.verdicts) v.due = make_date(2020, 12, 31);
  const auto input = c.input();
  CHECK(report::Page(input, Language::zh).focus_year() == "2020");
  c.verdicts.clear();
  const auto bare = c.input();
  CHECK(report::Page(bare, Language::zh).focus_year() == "2021");  // the last one reported in full
}
