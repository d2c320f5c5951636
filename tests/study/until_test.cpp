/// No end of a run breaks a promise: every valid --until gives an assessment and a ranking, before the first target is due too.
#include <catch2/catch.hpp>

#include "study/assessment.hpp"
#include "study/sensitivity_study.hpp"
#include "tests/study/scene.hpp"

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

/// The figures of a verdict are there from the end of its period on.
void check_assessed(const std::string& until) {
  INFO(until);
  const Scratch scratch;
  Request request = of_tiny();
  request.until = until;
  request.jobs = 2;
  request.out = scratch / "assessed";
  const Assessed assessed = assess(request, {});
  CHECK(assessed.focus_year == std::to_string(year_of(*parse_date(until) - 1)));
  for (const analysis::Verdict& v : assessed.verdicts) {
    if (v.target == "tg-china3") CHECK(v.value.has_value() == (*parse_date(until) >= make_date(2024, 1, 1)));
  }
}

}  // namespace

TEST_CASE("tiny is assessed up to the end of every month", "[study][slow]") {
  for (Month month = make_month(2023, 1); month < make_month(2025, 1); month = month + 1) check_assessed(to_string(end_day(month)));
}

TEST_CASE("tiny is assessed up to the end of its first month, of a year, and of the month after", "[study]") {
  check_assessed(GENERATE(as<std::string>{}, "2023-02-01", "2023-09-01", "2024-01-01", "2024-02-01"));
}

TEST_CASE("a verdict that is due after the run has no margin to be moved, one before the scenario only its observed value", "[study]") {
  const Scratch scratch;
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.scenario = tiny_with_a_range(scratch);
  request.common.until = "2023-02-01";
  request.verdict = "tg-rail-2024";
  const Sensitivities later = sensitivity(request, {});
  CHECK_FALSE(later.as_given.margin);
  REQUIRE(later.rows.size() == 1);
  CHECK(later.rows[0].reach == -1.0);
  request.verdict = "tg-rail-2022";
  const Sensitivities before = sensitivity(request, {});
  CHECK(before.as_given.basis == analysis::Basis::observed);
  CHECK(before.as_given.margin);
  REQUIRE(before.rows.size() == 1);
  CHECK(before.rows[0].reach == 0.0);
}
