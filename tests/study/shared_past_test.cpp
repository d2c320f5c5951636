/// Which jobs become tasks of their own and which branch off another one.
#include <catch2/catch.hpp>

#include <deque>

#include "sim/policy/kinds.hpp"
#include "study/shared_past.hpp"
#include "tests/study/scene.hpp"

namespace shared_past_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

/// The plan of tiny with its measures as they are but for one that is left out.
const World& without(const std::string& measure) {
  static std::deque<World> worlds;
  World& world = worlds.emplace_back(*tiny().world);
  std::vector<Measure> kept;
  for (const Measure& m : world.measures) {
    if (m.id != measure) kept.push_back(m);
  }
  world.measures = Table<Measure>(kept);
  return world;
}

RunJob job(const std::string& name, const World* world = nullptr) {
  RunJob made = job_of_tiny(name);
  if (world != nullptr) made.world = world;
  return made;
}

std::vector<std::string> names(const std::vector<ensemble::Task>& tasks) {
  std::vector<std::string> all;
  for (const ensemble::Task& task : tasks) {
    all.push_back(task.name);
    for (const ensemble::Branch& branch : task.branches) all.push_back(task.name + "/" + branch.name);
  }
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a run without a measure branches off in the month of the measure's first day", "[study]") {
  // ms-retire is looked at from 2023-08-01 on at the latest; seven of 24 months are past by then.
  const auto tasks = tasks_of({job("plan"), job("no-retire", &without("ms-retire"))});
  REQUIRE(names(tasks) == Names{"plan", "plan/no-retire"});
  CHECK(tasks[0].branches[0].share >= 17.0 / 24.0);
  CHECK(tasks[0].branches[0].share < 1.0);
  CHECK_FALSE(tasks[0].branches[0].grows_from);
}

TEST_CASE("the same run twice branches off at its very end", "[study]") {
  const auto tasks = tasks_of({job("plan"), job("again")});
  REQUIRE(names(tasks) == Names{"plan", "plan/again"});
  CHECK(tasks[0].branches[0].share == 0.0);
}

TEST_CASE("another seed or another kernel shares nothing", "[study]") {
  RunJob seed = job("seed");
  seed.request.seed += 1;
  RunJob kernel = job("kernel");
  kernel.request.kernel = "step";
  CHECK(names(tasks_of({job("plan"), seed, kernel})) == Names{"plan", "seed", "kernel"});
}

TEST_CASE("a run that writes its legs stands alone", "[study]") {
  RunJob trips = job("trips");
  trips.trips = "trips.csv";
  CHECK(names(tasks_of({job("plan"), trips})) == Names{"plan", "trips"});
  CHECK(names(tasks_of({trips, job("plan")})) == Names{"trips", "plan"});
}

TEST_CASE("a shorter run branches off a longer one, never the other way", "[study]") {
  RunJob year = job("year");
  year.until = make_date(2024, 1, 1);
  const auto tasks = tasks_of({job("plan"), year});
  REQUIRE(names(tasks) == Names{"plan", "plan/year"});
  CHECK(tasks[0].branches[0].share == 0.0);  // it leaves at its own end
  CHECK(names(tasks_of({year, job("plan")})) == Names{"year", "plan"});
}

TEST_CASE("ends within one month are the same end", "[study]") {
  RunJob early = job("early"), late = job("late");
  early.until = make_date(2023, 6, 2);
  late.until = make_date(2023, 7, 1);
  CHECK(names(tasks_of({early, late})) == Names{"early", "early/late"});
  late.until = make_date(2023, 7, 2);
  CHECK(names(tasks_of({early, late})) == Names{"early", "late"});
}

TEST_CASE("a run grows from the branch with which it has most past in common", "[study]") {
  const World& no_slag = without("ms-slag");
  World later = no_slag;
  // As the branch without ms-slag, but the first year has another price from 2024 on: 12 months in common with it.
  std::vector<Measure> measures;
  for (Measure m : later.measures) {
    if (m.id == "ms-duty") policy::edit<RailDuty>(m).price = YuanPerTonne{3};
    measures.push_back(m);
  }
  later.measures = Table<Measure>(measures);
  const auto tasks = tasks_of({job("plan"), job("no-slag", &no_slag), job("cheap", &later)});
  REQUIRE(names(tasks) == Names{"plan", "plan/no-slag", "plan/cheap"});
  CHECK(tasks[0].branches[1].grows_from == std::optional<std::size_t>(0));
}

TEST_CASE("worlds that differ from the first month on share nothing", "[study]") {
  World other = *tiny().world;
  other.settings.warmup_months = 1;
  CHECK(names(tasks_of({job("plan"), job("other", &other)})) == Names{"plan", "other"});
}

}  // namespace shared_past_test
