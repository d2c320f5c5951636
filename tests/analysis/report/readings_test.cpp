/// A clause in several readings on the page.
#include <catch2/catch.hpp>

#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace report_readings_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

std::size_t times(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

/// A main reading that is missed, and behind it another one that is met.
report::ReportInput two_readings(const ReportCase& c) {
  report::ReportInput input = c.input();
  analysis::Verdict main = input.verdicts.front();
  main.target = "tg-main";
  main.reading = {"门口口径·名单合计", "gate basis, listed firms together"};
  main.outcome = analysis::Outcome::missed;
  analysis::Verdict other = main;
  other.target = "tg-other";
  other.reading_of = "tg-main";
  other.reading = {"主运距口径·名单合计", "main-haul basis, listed firms together"};
  other.outcome = analysis::Outcome::met;
  input.verdicts = {main, other};
  return input;
}

}  // namespace

TEST_CASE("a clause in two readings is one row that counts the other, and a table has both, the main one first", "[analysis]") {
  const ReportCase c = report_case();
  const std::string zh =
      section_text(two_readings(c), Language::zh, "conclusions") + section_text(two_readings(c), Language::zh, "readings");
  CHECK(times(zh, "主口径：门口口径·名单合计") == 2);  // in the conclusions and in the table of readings
  CHECK(times(zh, "主运距口径·名单合计") == 1);
  CHECK(zh.find("目标 1 项：✘ 未达到 1") != std::string::npos);
  CHECK(zh.find("另 1 种口径：✔ 达到 1") != std::string::npos);
  CHECK(zh.rfind("门口口径·名单合计") < zh.find("主运距口径·名单合计"));
  const std::string en = report_text(two_readings(c), Language::en);
  CHECK(en.find("main reading: gate basis, listed firms together") != std::string::npos);
  CHECK(en.find("other readings (1): ✔ met 1") != std::string::npos);
}

TEST_CASE("a report without a clause in several readings has no section on them", "[analysis]") {
  CHECK(report_text(report_case().input(), Language::en).find("Verdicts in every reading") == std::string::npos);
}

}  // namespace report_readings_test
