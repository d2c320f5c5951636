/// A clause in several readings on the page.
#include <catch2/catch.hpp>

#include "tests/analysis/report_city.hpp"

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

TEST_CASE("a clause in two readings is one sentence that counts the other, and a table has both, the main one first", "[analysis]") {
  const ReportCase c = report_case();
  const std::string zh = report::html(two_readings(c), Language::zh);
  CHECK(zh.find("<b>主口径</b> 门口口径·名单合计") != std::string::npos);
  CHECK(times(zh, "<b>主口径</b>") == 3);  // in the sentence, in the table of targets and in that of readings
  CHECK(times(zh, "主运距口径·名单合计") == 1);
  CHECK(zh.find("另 1 种口径") != std::string::npos);
  CHECK(zh.rfind("门口口径·名单合计") < zh.find("主运距口径·名单合计"));
  // Summary of clauses: none met, one missed; of the other readings one met.
  const auto summary = zh.substr(0, zh.find("另 1 种口径")), others = zh.substr(zh.find("另 1 种口径"));
  CHECK(summary.find("✔ 达到</span> <b>0</b>") != std::string::npos);
  CHECK(summary.find("✘ 未达到</span> <b>1</b>") != std::string::npos);
  CHECK(others.find("✔ 达到</span> <b>1</b>") != std::string::npos);
  const std::string en = report::html(two_readings(c), Language::en);
  CHECK(en.find("<b>main reading</b> gate basis, listed firms together") != std::string::npos);
  CHECK(en.find("other readings (1): ") != std::string::npos);
}

TEST_CASE("a page without a clause in several readings has no table of readings", "[analysis]") {
  CHECK(report::html(report_case().input(), Language::en).find("Readings of one clause") == std::string::npos);
}
