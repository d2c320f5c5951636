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

TEST_CASE("a clause in two readings has two rows, the main one marked, and counts once", "[analysis]") {
  const ReportCase c = report_case();
  const std::string zh = report::html(two_readings(c), Language::zh);
  CHECK(zh.find("<b>主口径</b> 门口口径·名单合计") != std::string::npos);
  CHECK(times(zh, "<b>主口径</b>") == 2);  // in the sentences and in the table
  CHECK(times(zh, "<li class=\"reading\">") == 1);
  CHECK(times(zh, "主运距口径·名单合计") >= 2);
  // Summary: none met, one missed.
  CHECK(zh.find("✔ 达到</span> <b>0</b>") != std::string::npos);
  CHECK(zh.find("✘ 未达到</span> <b>1</b>") != std::string::npos);
  const std::string en = report::html(two_readings(c), Language::en);
  CHECK(en.find("<b>main reading</b> gate basis, listed firms together") != std::string::npos);
}
