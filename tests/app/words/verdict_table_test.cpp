/// Verdicts on the terminal: readings stand indented behind their main target, which is marked.
#include <catch2/catch.hpp>

#include <sstream>

#include "analysis/words/catalogue.hpp"
#include "app/verdict_table.hpp"
#include "app/words.hpp"

using namespace railshift;

namespace {

analysis::Verdict verdict(const std::string& target, const std::string& of, const Words& reading) {
  analysis::Verdict v;
  v.target = target;
  v.reading_of = of;
  v.reading = reading;
  v.unit = "1";
  v.threshold = 0.85;
  v.outcome = analysis::Outcome::missed;
  return v;
}

}  // namespace

TEST_CASE("a main target is marked, its readings are indented, a target with one reading is neither", "[app]") {
  const std::string table = app::verdict_table({verdict("tg-alone", "", {}), verdict("tg-main", "", {"门口口径", "gate basis"}),
                                                verdict("tg-other", "tg-main", {"主运距口径", "main-haul basis"})});
  std::istringstream lines(table);
  std::string heading, alone, main, other;
  std::getline(lines, heading);
  std::getline(lines, alone);
  std::getline(lines, main);
  std::getline(lines, other);
  INFO(table);
  const std::string mark = analysis::word("reading.main", app::language());
  const Words gate{"门口口径", "gate basis"}, haul{"主运距口径", "main-haul basis"};
  CHECK(alone.starts_with("tg-alone "));
  CHECK(alone.find(mark) == std::string::npos);
  CHECK(main.starts_with("tg-main " + mark));
  CHECK(main.find(" · " + gate.in(app::language())) != std::string::npos);
  CHECK(other.starts_with("  tg-other "));
  CHECK(other.find(" · " + haul.in(app::language())) != std::string::npos);
}
