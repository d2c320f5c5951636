/// What every section of the report asks of its page: reasons with their figures, the year of single-year tables.
#include <catch2/catch.hpp>

#include "analysis/report/page.hpp"
#include "analysis/report/parts.hpp"
#include "tests/analysis/report_city.hpp"

namespace look_page_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

/// The reasons of a verdict as a reader sees them.
std::string reasons(const report::ReportInput& input, const analysis::Verdict& verdict, Language language) {
  analysis::document::Document document;
  report::Page page(input, language, document);
  std::string text;
  for (const analysis::document::Run& run : report::basis_reasons(page, verdict)) text += run.text;
  return text;
}

std::string focus_year(const report::ReportInput& input) {
  analysis::document::Document document;
  return report::Page(input, Language::zh, document).focus_year();
}

}  // namespace

TEST_CASE("the reasons of a verdict are sentences, a value without one measure stands in its unit", "[analysis]") {
  const auto c = report_case();
  const auto input = c.input();
  analysis::Verdict v = c.verdicts[1];
  v.unit = "vehicles";
  v.reasons = {analysis::OrderedBy{{"m<1>", "m2"}}, analysis::WithoutAlone{"m2", 1730.0}};
  CHECK(reasons(input, v, Language::zh) == "规定该指标的措施：m<1>、m2；仅撤去 m2：1,730 辆");
  v.reasons = {analysis::PlainReason::no_rail_chain, analysis::NoValue{{2024, 0}}};
  CHECK(reasons(input, v, Language::en) == "no chain of these flows has a rail leg; no result fits scope, period (2024) and unit");
  v.reasons.clear();
  CHECK(reasons(input, v, Language::en).empty());
}

TEST_CASE("single-year tables show the latest year in which a target is due", "[analysis]") {
  auto c = report_case();
  CHECK(focus_year(c.input()) == "2021");
  for (auto& v : c.verdicts) v.due = make_date(2020, 12, 31);
  const auto input = c.input();
  CHECK(focus_year(input) == "2020");
  c.verdicts.clear();
  const auto bare = c.input();
  CHECK(focus_year(bare) == "2021");  // the last one reported in full
}

}  // namespace look_page_test
