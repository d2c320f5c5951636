// The section on what it takes.
#include <catch2/catch.hpp>

#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace lever_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;
using analysis::LeverFinding;
using analysis::SetFinding;
using analysis::Tried;

namespace {

bool says(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

analysis::LeverRow lever_row(LeverFinding finding, const std::string& field) {
  analysis::LeverRow row;
  row.lever = {analysis::LeverKind::obedience,          analysis::LeverUnit::point, "measure.ms-<a>.obedience", {"ms-<a>", "ms-<a>"}, field,
               {{"0.8", 0.8}, {"0.9", 0.9}, {"1", 1.0}}};
  row.given_value = 0.5;
  row.end_value = 0.7;
  row.per_unit = 0.01;
  row.found.finding = finding;
  if (finding == LeverFinding::step) row.found = {finding, Tried{1, 0.65, true}, Tried{0, 0.5, false}};
  return row;
}

analysis::LeverAnswer some_answer() {
  analysis::TargetLevers target;
  target.verdict.target = "T1-rail";
  target.verdict.unit = "1";
  target.verdict.threshold = 0.6;
  target.verdict.status = analysis::Status::if_executed;
  target.rows = {lever_row(LeverFinding::step, "obedience"), lever_row(LeverFinding::no_effect, "ramp_months")};
  target.finding = SetFinding::single;
  return {{target}, 2, {"measure.ms-b.obedience"}, 7, 0};
}

analysis::FirmWays some_ways() {
  return {"fm",
          {"某厂", "some works"},
          1000.0,
          400.0,
          {{analysis::Way::siding, 600.0, 12.34, -5.5, make_date(2025, 3, 1), 600.0, analysis::WayLimit::refuses},
           {analysis::Way::national_vi, 1000.0, std::nullopt, -2.0, make_date(2021, 7, 1)}},
          600.0,
          12.34};
}

}  // namespace

TEST_CASE("the page shows what is enough, its neighbour, what has no effect and what was left out", "[analysis]") {
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  input.levers = some_answer();
  input.ways = {some_ways()};
  const std::string zh = report_text(input, Language::zh);
  CHECK(says(zh, "要做到什么"));
  CHECK(says(zh, "ms-<a> 执行率：0.8 → 0.9，值 65.00%（差一格，0.8 时 50.00%）"));
  CHECK(says(zh, "另有 1 个杠杆在其范围内没有使其接近目标"));
  CHECK(says(zh, "未试的杠杆：measure.ms-b.obedience"));
  CHECK(says(zh, "+1.00 个百分点 每个百分点"));
  CHECK(says(zh, "专用线到厂"));
  CHECK(says(zh, "+12.34 元/吨"));
  CHECK(says(zh, "缺价格"));
  CHECK(says(zh, "其中 400 吨 没有铁路运输链"));
  CHECK(says(zh, "国六货车加价低于 12.34 元/吨 时"));
  CHECK(says(zh, "铁路已拒绝部分请求"));
  const std::string en = report_text(input, Language::en);
  CHECK(says(en, "What it takes"));
  CHECK(says(en, "2025-03-01"));
  CHECK(says(en, "price missing"));
}

TEST_CASE("where all targets are on track, no lever was tried or no firm is listed, the page says so", "[analysis]") {
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  CHECK(says(report_text(input, Language::zh), "未试杠杆（--quick）"));
  input.levers = analysis::LeverAnswer{};
  const std::string en = report_text(input, Language::en);
  CHECK(says(en, "No target that a run can answer is off its track."));
  CHECK(says(en, "No listed firm, or none that moved goods by road."));
}

}  // namespace lever_section_test
