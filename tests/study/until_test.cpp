/// No end of a run breaks a promise: every valid --until gives an assessment, before the first target is due too, and a ranking if its
/// target has a figure by then.
#include <catch2/catch.hpp>

#include "study/assess/assessment.hpp"
#include "study/results/text_file.hpp"
#include "study/sensitivity/sensitivity_study.hpp"
#include "tests/study/scene.hpp"

namespace until_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// The figures of a verdict are there from the end of its period on.
void check_assessed(const std::string& until) {
  INFO(until);
  const Scratch scratch;
  Request request = of_tiny();
  request.until = until;
  request.jobs = 2;
  request.depth = Depth::quick;
  request.out = scratch / "assessed";
  const Assessed assessed = assess(request, {});
  // the last year that was run in full; where none was, the one that was begun
  const int begun = year_of(*parse_date(until) - 1);
  CHECK(assessed.focus_year == std::to_string(*parse_date(until) == make_date(begun + 1, 1, 1) ? begun : std::max(begun - 1, 2023)));
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

namespace {

/// The reasons against a ranking of tiny (2023 and 2024, base year 2023) for this target, in English; a run fails the test.
std::vector<std::string> against(const std::string& verdict, const std::string& until, const fs::path& scenario = of_tiny().scenario) {
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.scenario = scenario;
  request.common.until = until;
  request.verdict = verdict;
  const auto loaded = load_scenario(scenario, load_request(request.common));
  std::vector<std::string> reasons;
  for (const Words& reason : reasons_against(request, *loaded.world)) reasons.push_back(reason.en);
  return reasons;
}

std::vector<std::string> too_short(const std::string& verdict, const std::string& period, const std::string& until,
                                   const std::string& needed) {
  return {"--verdict " + verdict + ": hangs on " + period + ", and the run ends on " + until + "; --until " + needed +
          " or later, or none"};
}

std::vector<std::string> never(const std::string& verdict, const std::string& period) {
  return {"--verdict " + verdict + ": hangs on " + period +
          ", which does not lie wholly in the scenario (2023-01-01 to 2025-01-01), so that no run gives it a margin"};
}

using Change = std::pair<std::string, std::string>;

/// tiny with other words in its scenario.toml.
fs::path retold(const Scratch& scratch, const std::vector<Change>& changes) {
  fs::path town = tiny_with_a_range(scratch);
  std::string text = read_text(town / "scenario.toml");
  for (const auto& [from, to] : changes) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  write_text(town / "scenario.toml", text);
  return town;
}

}  // namespace

TEST_CASE("a ranking by a year of which the run lacks a month is refused, with the end that is needed", "[study]") {
  CHECK(against("tg-rail-2024", "2024-12-01") == too_short("tg-rail-2024", "2024", "2024-12-01", "2025-01-01"));
  CHECK(against("tg-rail-2024", "2025-01-01").empty());
  CHECK(against("tg-rail-2024", "").empty());
  CHECK(against("tg-mixer", "2023-12-01") == too_short("tg-mixer", "2023", "2023-12-01", "2024-01-01"));
  CHECK(against("tg-mixer", "2024-01-01").empty());
  CHECK(against("tg-rail-2022", "") == never("tg-rail-2022", "2022"));  // it has an observed value, which nothing moves
}

TEST_CASE("a ranking by a stock needs its day alone", "[study]") {
  CHECK(against("tg-china3", "2023-12-01") == too_short("tg-china3", "2023", "2023-12-01", "2024-01-01"));
  CHECK(against("tg-china3", "2024-01-01").empty());
  // Stands at the end of June: half of the year is enough.
  const Scratch scratch;
  const fs::path town = retold(scratch, {{"unit = \"trucks\"\ndue = 2023-12-31", "unit = \"trucks\"\ndue = 2023-06-30"}});
  CHECK(against("tg-china3", "2023-06-01", town) == too_short("tg-china3", "2023-06", "2023-06-01", "2023-07-01"));
  CHECK(against("tg-china3", "2023-07-01", town).empty());
}

TEST_CASE("a ranking by a growth needs the whole base year too", "[study]") {
  const Scratch scratch;
  // Coking coal by rail in 2024 against the base year 2023.
  const Change growth{"scope = { commodity = \"coking-coal\" }\noperator = \">=\"\nvalue = 1000\nunit = \"t\"",
                      "scope = { denominator_kind = \"base_year\" }\noperator = \">=\"\nvalue = 0.1\nunit = \"1\""};
  SECTION("that the run holds") {
    const fs::path town = retold(scratch, {growth});
    CHECK(against("tg-coking", "2024-12-01", town) == too_short("tg-coking", "2024", "2024-12-01", "2025-01-01"));
    CHECK(against("tg-coking", "2025-01-01", town).empty());
  }
  SECTION("of which the scenario lacks the first month") {
    const fs::path town = retold(scratch, {growth, {"start = 2023-01-01", "start = 2023-02-01"}});
    CHECK(against("tg-coking", "", town) ==
          std::vector<std::string>{"--verdict tg-coking: hangs on 2023, which does not lie wholly in the scenario (2023-02-01 to "
                                   "2025-01-01), so that no run gives it a margin"});
    CHECK(against("tg-rail-2024", "", town).empty());  // no growth: its own year is enough
  }
}

TEST_CASE("a ranking by what is not simulated is refused", "[study]") {
  CHECK(against("tg-ozone", "") == std::vector<std::string>{"--verdict tg-ozone: is not simulated, so that no input moves it"});
}

TEST_CASE("what is refused has not been run", "[study]") {
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.until = "2023-02-01";
  request.verdict = "tg-rail-2024";
  Watch watch;
  watch.started = [](const Watch::Start&) { FAIL("a run was started"); };
  CHECK(refusal([&] { static_cast<void>(sensitivity(request, watch)); }) == too_short("tg-rail-2024", "2024", "2023-02-01", "2025-01-01"));
}

TEST_CASE("a ranking by the last month that is needed has a margin at both ends", "[study]") {
  const Scratch scratch;
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.scenario = tiny_with_a_range(scratch);
  request.common.until = "2024-01-01";
  request.verdict = "tg-mixer";
  request.patterns = {"sidings.*"};
  const Sensitivities found = sensitivity(request, {});
  CHECK(found.as_given.margin);
  REQUIRE(found.rows.size() == 1);
  CHECK(found.rows[0].low.margin);
  CHECK(found.rows[0].high.margin);
}

}  // namespace until_test
