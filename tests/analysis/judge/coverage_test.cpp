#include <catch2/catch.hpp>

#include "analysis/judge/coverage.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace coverage_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

Clause clause_of(const std::string& id, std::optional<ClauseStatus> status, const std::string& carried_by = "") {
  Clause clause{id, "plan", "1", "words", Force::must, ""};
  clause.status = status;
  clause.status_reason = "why";
  clause.carried_by = carried_by;
  return clause;
}

World covered() {
  World world = small_city::world();
  world.clauses = Table<Clause>(std::vector<Clause>{clause_of("C-1", ClauseStatus::simulated),
                                                    clause_of("C-2", ClauseStatus::in_part, "measure:ms-old;sites:mine"),
                                                    clause_of("C-3", std::nullopt)});
  Measure measure = small_city::measure("ms-old", make_date(2020, 1, 1), RetireOrder{});
  measure.clause = small_city::id(world.clauses, "C-1");
  world.measures = Table<Measure>(std::vector<Measure>{measure});
  world.targets = Table<Target>(std::vector<Target>{
      small_city::target(world, "tg", MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31))});
  return world;
}

}  // namespace

TEST_CASE("a clause has the measures that name it and those that it says carry it, with the effects of their kinds", "[analysis]") {
  const auto covers = coverage_of(covered());
  REQUIRE(covers.size() == 3);
  CHECK(covers[0].measures == std::vector<std::string>{"ms-old"});
  CHECK(covers[0].targets == std::vector<std::string>{"tg"});
  CHECK(covers[1].measures == std::vector<std::string>{"ms-old"});
  CHECK(covers[1].rows == std::vector<std::string>{"sites:mine"});
  CHECK(covers[1].targets.empty());
  CHECK(covers[2].measures.empty());
  const auto& effects = policy::About<RetireOrder>::effects;
  CHECK(covers[0].effects == std::vector<policy::EffectKind>(effects.begin(), effects.end()));
  CHECK(covers[0].effects == covers[1].effects);
}

TEST_CASE("clauses are counted by status, those without one apart", "[analysis]") {
  const auto counts = count_by_status(coverage_of(covered()));
  REQUIRE(counts.size() == 3);
  CHECK(counts.at(ClauseStatus::simulated) == 1);
  CHECK(counts.at(ClauseStatus::in_part) == 1);
  CHECK(counts.at(std::nullopt) == 1);
}

TEST_CASE("the list of clauses as CSV has what the result says of each target, empty where it says nothing", "[analysis]") {
  const auto covers = coverage_of(covered());
  CHECK(to_csv(covers, {{"tg", {"missed", "late", ">=", "1", 0.25, 0.5, 0.75, std::nullopt}}})
            .find(",tg,missed,late,0.25,>=,0.5,1,0.75,,\n") != std::string::npos);
  CHECK(to_csv(covers, {{"other", {"missed", "", ">=", "1", {}, {}, {}, {}}}}).find(",tg,,,,,,,,,\n") != std::string::npos);
  // A figure of a run by months says so.
  CHECK(to_csv(covers, {{"tg", {"missed", "", ">=", "1", 0.25, 0.5, {}, {}, true}}}).find(",tg,missed,,0.25,>=,0.5,1,,,estimate\n") !=
        std::string::npos);
  CHECK(to_csv(covers, {}).find(",tg,,,,,,,,,\n") != std::string::npos);
}

}  // namespace coverage_test
