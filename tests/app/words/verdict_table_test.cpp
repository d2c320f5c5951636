/// Verdicts on the terminal: a clause stands once, its readings in a table of their own.
#include <catch2/catch.hpp>

#include <sstream>

#include "analysis/words/catalogue.hpp"
#include "app/verdict_table.hpp"
#include "app/words.hpp"

namespace verdict_table_test {

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

/// A target with one reading; a clause with two.
std::vector<analysis::Verdict> clauses() {
  return {verdict("tg-alone", "", {}), verdict("tg-main", "", {"门口口径", "gate basis"}),
          verdict("tg-other", "tg-main", {"主运距口径", "main-haul basis"})};
}

}  // namespace

TEST_CASE("the table of verdicts has a clause once, in its main reading, which is marked", "[app]") {
  const std::string mark = analysis::word("reading.main", app::language());
  std::istringstream lines(app::verdict_table(clauses()));
  std::string heading, alone, main, none;
  std::getline(lines, heading);
  std::getline(lines, alone);
  std::getline(lines, main);
  std::getline(lines, none);
  CHECK(alone.starts_with("tg-alone "));
  CHECK(alone.find(mark) == std::string::npos);
  CHECK(main.starts_with("tg-main "));
  CHECK(main.find(mark) != std::string::npos);
  CHECK(none.empty());
}

TEST_CASE("the table of readings has the main reading first, then the others, and nothing of a target with one reading", "[app]") {
  const std::string table = app::reading_table(clauses(), "runs/x/verdicts.csv");
  INFO(table);
  const Words gate{"门口口径", "gate basis"}, haul{"主运距口径", "main-haul basis"};
  const auto clause = table.find("tg-main"), main = table.find(gate.in(app::language())), other = table.find(haul.in(app::language()));
  REQUIRE(clause != std::string::npos);
  REQUIRE(main != std::string::npos);
  REQUIRE(other != std::string::npos);
  CHECK(clause < main);
  CHECK(main < other);
  CHECK(table.find(analysis::word("reading.main", app::language())) < other);
  CHECK(table.find("tg-alone") == std::string::npos);
  CHECK(table.find("runs/x/verdicts.csv") != std::string::npos);
  // A column that no reading fills is left out.
  CHECK(table.find(analysis::word("ceiling.capacity", app::language())) == std::string::npos);
}

TEST_CASE("without a clause in several readings there is no table of them", "[app]") {
  CHECK(app::reading_table({verdict("tg-alone", "", {})}, "verdicts.csv").empty());
}

TEST_CASE("what stands beside the verdicts is said of the main reading", "[app]") {
  std::vector<analysis::Verdict> verdicts = clauses();
  verdicts.back().ceiling = 0.5;  // another reading's stands in the table of readings
  CHECK(app::verdict_details(verdicts).find("tg-other") == std::string::npos);
  CHECK(app::reading_table(verdicts, "verdicts.csv").find("50.00%") != std::string::npos);
}

}  // namespace verdict_table_test
