/// What every section of the report asks of its page: scopes in spoken order, reasons with their figures, units in words.
#include <catch2/catch.hpp>

#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "tests/analysis/report_city.hpp"

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

std::string shown(double value, std::string_view unit, Language language) { return report::figure(value, unit, language); }
std::string number(const std::string& text) { return "<span class=\"num\">" + text + "</span>"; }

}  // namespace

TEST_CASE("a scope is read out as who, seen from where, of what", "[analysis]") {
  const auto c = report_case();
  const auto input = c.input();
  const analysis::Scope scope{{"basis", "gate"},
                              {"denominator_kind", "rail_road"},
                              {"direction", "both"},
                              {"firm", analysis::kListedFirms},
                              {"numerator_kind", "rail"}};
  CHECK(report::Page(input, Language::zh).reading(scope) == "名单合计 · 企业门口 · 铁路 ÷ (铁路+公路) · 进出合计");
  CHECK(report::Page(input, Language::en).reading(scope) ==
        "listed firms together · at the firm's gate · rail ÷ (rail + road) · in and out");
  CHECK(report::Page(input, Language::zh).reading({{"standard", "<=china3"}}) == "≤国三");
  CHECK(report::Page(input, Language::zh).reading({}).empty());
}

TEST_CASE("a scope field that the page does not know is read out last", "[analysis]") {
  const auto c = report_case();
  const auto input = c.input();
  CHECK(report::Page(input, Language::zh).reading({{"a_new_field", "x"}, {"ring", "1"}}) == "外环以内 · x");
}

TEST_CASE("the reasons of a verdict are sentences, a value without one measure stands in its unit", "[analysis]") {
  const auto c = report_case();
  const auto input = c.input();
  analysis::Verdict v = c.verdicts[1];
  v.unit = "vehicles";
  v.reasons = {analysis::OrderedBy{{"m<1>", "m2"}}, analysis::WithoutAlone{"m2", 1730.0}};
  CHECK(report::Page(input, Language::zh).basis_reasons(v) ==
        "规定该指标的措施：m&lt;1&gt;、m2; 仅撤去 m2: <span class=\"num\">1,730 辆</span>");
  v.reasons = {analysis::PlainReason::no_rail_chain, analysis::NoValue{{2024, 0}}};
  CHECK(report::Page(input, Language::en).basis_reasons(v) ==
        "no chain of these flows has a rail leg; no result fits scope, period (2024) and unit");
  v.reasons.clear();
  CHECK(report::Page(input, Language::en).basis_reasons(v).empty());
}

TEST_CASE("a figure has its unit in words, large masses and ways in tens of thousands", "[analysis]") {
  CHECK(shown(9'999.9, "t", Language::zh) == number("9,999.9 吨"));
  CHECK(shown(10'000.0, "t", Language::zh) == number("1.00 万吨"));
  CHECK(shown(10'000.0, "t", Language::en) == number("1.00 ×10⁴ t"));
  CHECK(shown(0.5, "t", Language::en) == number("0.500 t"));
  CHECK(shown(47'880.0, "km", Language::zh) == number("4.8 万公里"));
  CHECK(shown(1'730.0, "trucks", Language::zh) == number("1,730 辆"));
  CHECK(shown(1'730.5, "trucks", Language::en) == number("1,730.5 trucks"));
  CHECK(shown(35.25, "ug/m3", Language::zh) == number("35.25 ug/m3"));
  CHECK(shown(3.0, "", Language::zh) == number("3"));
}

TEST_CASE("a target is marked in the year of its due day", "[analysis]") {
  analysis::Verdict v;
  v.due = make_date(2024, 12, 31);
  CHECK(report::due_year(v) == "2024");
  v.due = make_date(2025, 1, 1);
  CHECK(report::due_year(v) == "2025");
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
