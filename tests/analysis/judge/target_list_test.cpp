#include <catch2/catch.hpp>

#include "analysis/judge/target_list.hpp"
#include "tests/analysis/small_city.hpp"

namespace target_list_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

World with_targets() {
  World world = small_city::world();
  std::vector<Clause> clauses(world.clauses.begin(), world.clauses.end());
  clauses.push_back({"C-2", "plan", "二", "words", Force::must, ""});
  clauses.back().status = ClauseStatus::judged_only;
  world.clauses = Table<Clause>(std::move(clauses));
  std::vector<Target> targets;
  for (const char* id : {"tg-b", "tg-a"})
    targets.push_back(
        small_city::target(world, id, MetricKind::rail_share, {{"basis", "gate"}}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31)));
  for (Target& target : targets) target.clause = *world.clauses.find("C-2");
  world.targets = Table<Target>(std::move(targets));
  return world;
}

}  // namespace

TEST_CASE("targets of several cities are one list by city, clause, day and target", "[analysis]") {
  const World world = with_targets();
  std::vector<ListedTarget> all = targets_of("south", world, {});
  for (const ListedTarget& row : targets_of("north", world, {{"tg-a", {"missed", "late", ">=", "1", 0.25, 0.5, 0.75, {}}}}))
    all.push_back(row);
  sort(all);
  REQUIRE(all.size() == 4);
  CHECK(all[0].city == "north");
  CHECK(all[0].target == "tg-a");
  CHECK(all[1].target == "tg-b");
  CHECK(all[2].city == "south");
  REQUIRE(all[0].said);
  CHECK_FALSE(all[1].said);  // the result says nothing of it
  CHECK_FALSE(all[2].said);  // no result
  const std::string csv = to_csv(all);
  CHECK(csv.find("\nnorth,C-2,二,must,judged_only,tg-a,,rail_share,basis=gate,>=,0.5,1,2021-12-31,missed,late,0.25,0.75,,\n") !=
        std::string::npos);
  CHECK(csv.find("\nsouth,C-2,二,must,judged_only,tg-b,,rail_share,basis=gate,>=,0.5,1,2021-12-31,,,,,,\n") != std::string::npos);
}

}  // namespace target_list_test
