/// Names and words on the page where tables have ids, units and quotations.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/report/parts.hpp"
#include "sim/core/unit_names.hpp"
#include "sim/core/unit_words.hpp"
#include "sim/model/judged_unit.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace names_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

bool holds(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("quotation marks inside a quotation become single ones", "[analysis]") {
  CHECK(report::quoted("“十四五”末全面淘汰“清零”") == "“‘十四五’末全面淘汰‘清零’”");
  CHECK(report::quoted("2025年力争达到90%") == "“2025年力争达到90%”");
  CHECK(report::quoted("<清零>") == "“<清零>”");
}

TEST_CASE("the journal names measures and sidings, an id without a row stands for itself", "[analysis]") {
  auto c = report_case();
  std::vector<Siding> sidings(c.plan_world.sidings.begin(), c.plan_world.sidings.end());
  sidings[0].name_zh = "煤矿专用线";
  c.plan_world.sidings = Table<Siding>(sidings);
  c.plan_ledger.journal = {{make_month(2020, 6), "retire-national-3", "acted", ""},
                           {make_month(2020, 7), "fence", "in_service", "day=2020-07-01"},
                           {make_month(2020, 8), "ring-north", "road_opened", "day=2020-08-01"}};
  const std::string page = report_text(c.input(), Language::zh);
  CHECK(holds(page, "2020-06 | 淘汰令（2020-06-01 起） |"));
  CHECK(holds(page, "2020-07 | 煤矿专用线 |"));
  CHECK(holds(page, "2020-08 | ring-north |"));
}

TEST_CASE("an observed value that could not be compared is named in words, a mistyped field as it was written", "[analysis]") {
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  analysis::BesideObserved row;
  row.id = "ob-1";
  row.metric = "register_stock";
  row.period = "2019";
  row.unit = "vehicles";
  row.match = analysis::Match::no_period;
  row.scope = "standard=china3";
  input.observed.push_back(row);
  row.scope = "standrad=china3";
  input.observed.push_back(row);
  const std::string page = report_text(input, Language::zh);
  CHECK_FALSE(holds(page, "standard=china3"));
  CHECK(holds(page, "保有量 · 国三"));
  CHECK(holds(page, "保有量 · standrad=china3"));
}

TEST_CASE("a unit is called the same wherever it is printed", "[analysis]") {
  CHECK(unit_name("t/year") == Words{"吨/年", "t/year"});
  CHECK(unit_name("kg/kg fuel").zh == "千克/千克燃料");
  CHECK(unit_name("trucks") == Words{"辆", "trucks"});
  CHECK(unit_name("mm/hour") == Words{"mm/hour", "mm/hour"});  // no words for it
}

TEST_CASE("a target may be stated in no unit that has no name in both languages, and a suffix of tonnes means the same everywhere",
          "[analysis]") {
  const auto is_chinese = [](std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  };
  for (const JudgedUnit& unit : kJudgedUnits) {
    if (unit.figure == "1") continue;  // shares are printed with %
    INFO(unit.name);
    CHECK(is_chinese(unit_name(unit.name).zh));
    CHECK(unit_name(unit.name).en.find_first_of("tkf") != std::string::npos);
    if (unit.figure != "t" || !is_chinese(unit.name)) continue;
    REQUIRE(measured_unit(unit.name));
    CHECK(measured_unit(unit.name)->in_tables(3.0) * unit.in_figure == Approx(3.0));
  }
}

}  // namespace names_test
