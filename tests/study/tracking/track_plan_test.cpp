/// A plan tracked by counted months: counted months of a run give that run, and intervals hold what they were not told.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

#include "sim/scenario/tracking/observed_tables.hpp"
#include "study/members/member_runs.hpp"
#include "study/results/text_file.hpp"
#include "study/tracking/track_plan.hpp"
#include "tests/study/tracking/counted.hpp"

namespace track_plan_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

const Month kFirst = make_month(2023, 7), kLast = make_month(2024, 6);

struct Truth {
  MemberRun run;
  fs::path observed;
};

/// Members of a plan that nobody who tracks it sees, and their counted months.
std::vector<Truth> truths(const Request& request, const scenario::Loaded& plan, int count, const Scratch& scratch) {
  std::vector<Member> members = member_sets(request, plan, {count, 0, 777, 0, 0}).all;
  for (Member& member : members) member.seed = 50'000 + static_cast<std::uint32_t>(member.number);
  fs::create_directories(scratch / "truths");
  const MemberRuns runs(request, plan, scratch / "truths", Kept::months);
  std::vector<Truth> all;
  for (const MemberRun& run : runs.run(members, request.mover, {})) {
    REQUIRE(run.has_figures());
    const fs::path folder = scratch / ("counted-" + std::to_string(run.number));
    write_counted(*plan.world, runs.months_of(members[all.size()], request.mover), kFirst, kLast, folder);
    all.push_back({run, folder});
  }
  return all;
}

TrackRequest tracking(const Request& common, const fs::path& observed, int members, const fs::path& out) {
  TrackRequest request;
  request.common = common;
  request.common.out = out;
  request.until = "2024-06";
  request.observed = observed;
  request.members = members;
  return request;
}

const analysis::TargetForecast& of(const TrackResult& result, const std::string& target) {
  for (const analysis::TargetForecast& f : result.tracking.targets) {
    if (f.asked.target == target) return f;
  }
  throw std::runtime_error("no target " + target);
}

std::optional<double> end_of_run(const World& world, const std::string& target, const MemberRun& run) {
  return analysis::value_of(world, world.targets[*world.targets.find(target)], run.metrics);
}

Request request_on(const fs::path& scenario, Mover mover) {
  Request request = of_tiny();
  request.scenario = scenario;
  request.mover = mover;
  request.jobs = 2;
  return request;
}

/// How often intervals hold the end of runs they know half of.
struct Held {
  int runs = 0, held = 0;
};

/// Each truth is tracked by members of its own: another design, other seeds.
std::map<std::string, Held> hold_truths(int count, Mover mover) {
  const Scratch scratch;
  const Request request = request_on(uncertain_tiny(scratch), mover);
  const scenario::Loaded plan = load_scenario(request.scenario, load_request(request));
  std::map<std::string, Held> held;
  int number = 0;
  for (const Truth& truth : truths(request, plan, count, scratch)) {
    TrackRequest asked = tracking(request, truth.observed, 19, scratch / ("out-" + std::to_string(++number)));
    asked.common.seed = 1'000 * number;
    const TrackResult result = track_plan(asked, {});
    for (const char* target : {"tg-rail-2024", "tg-works", "tg-clean"}) {
      const analysis::TargetForecast& f = of(result, target);
      const double end = end_of_run(*plan.world, target, truth.run).value();
      REQUIRE(f.interval);
      CHECK(f.interval->level == Approx(0.9));
      CHECK(f.interval->low <= *f.forecast);
      CHECK(*f.forecast <= f.interval->high);
      Held& sum = held[target];
      ++sum.runs;
      sum.held += f.interval->low <= end && end <= f.interval->high ? 1 : 0;
    }
  }
  return held;
}

}  // namespace

TEST_CASE("counted months of the plan itself give the plan: every forecast is the run's end", "[study]") {
  const Scratch scratch;
  const Request request = request_on(of_tiny().scenario, Mover::events);
  fs::create_directories(scratch / "plan");
  const MemberRuns runs(request, tiny(), scratch / "plan", Kept::months);
  const std::vector<Member> plan{{1, tiny().world->settings.seed, {}, {}}};
  const MemberRun run = runs.run(plan, Mover::events, {}).front();
  write_counted(*tiny().world, runs.months_of(plan[0], Mover::events), kFirst, kLast, scratch / "counted");

  const TrackResult result = track_plan(tracking(request, scratch / "counted", 1, scratch / "out"), {});
  for (const char* target : {"tg-rail-2024", "tg-works", "tg-clean", "tg-slag-2024", "tg-sanitation"}) {
    INFO(target);
    const analysis::TargetForecast& f = of(result, target);
    // of clean transport nobody counts which trucks carry
    CHECK((f.tracked == analysis::Tracked::observed) == (std::string(target) != "tg-clean"));
    CHECK(f.forecast == end_of_run(*tiny().world, target, run));
    CHECK_FALSE(f.interval);
    CHECK_FALSE(f.chance);
  }
}

TEST_CASE("ten runs known up to June: what was counted stands in each forecast, and its interval is one of 90 %", "[study]") {
  const Scratch scratch;
  const Request request = request_on(uncertain_tiny(scratch), Mover::months);
  const scenario::Loaded plan = load_scenario(request.scenario, load_request(request));
  const std::vector<Member> members = member_sets(request, plan, {19, 0, 5, 0, 0}).all;
  fs::create_directories(scratch / "members");
  const MemberRuns runs(request, plan, scratch / "members", Kept::months);
  analysis::TrackedRuns asked;
  for (const MemberRun& run : runs.run(members, request.mover, {})) asked.plans.push_back(run.metrics);
  asked.run = [&](std::size_t i) { return runs.months_of(members[i], request.mover); };
  asked.until = kLast;
  asked.inputs_varied = true;
  for (const Truth& truth : truths(request, plan, 10, scratch)) {
    Problems problems;
    asked.series = scenario::read_observed(truth.observed, *plan.world, problems);
    REQUIRE(problems.empty());
    for (const analysis::TargetForecast& f : analysis::track(*plan.world, asked).targets) {
      if (f.asked.target != "tg-rail-2024" && f.asked.target != "tg-works" && f.asked.target != "tg-clean") continue;
      INFO(f.asked.target);
      const double end = end_of_run(*plan.world, f.asked.target, truth.run).value();
      CHECK((f.tracked == analysis::Tracked::observed) == (f.asked.target != "tg-clean"));
      REQUIRE(f.interval);
      CHECK(f.interval->level == Approx(0.9));
      CHECK(f.interval->low <= *f.forecast);
      CHECK(*f.forecast <= f.interval->high);
      CHECK(f.ends.size() == 19);
      CHECK(f.chance->high > f.chance->low);
      // tonnes come on top of what was counted, whatever follows
      if (f.asked.target == "tg-rail-2024") {
        CHECK(f.interval->low > *f.to_date);
        CHECK(end > *f.to_date);
      }
    }
  }
}

TEST_CASE("forecasts of 90 % hold the ends of at least 85 of 100 runs that they know up to June", "[.track]") {
  const char* full = std::getenv("RAILSHIFT_TRACK_EVENTS");
  const auto held = hold_truths(100, full == nullptr ? Mover::months : Mover::events);
  for (const auto& [target, sum] : held) {
    std::cout << target << ": " << sum.held << " of " << sum.runs << "\n";
    CHECK(sum.held >= 85);
  }
}

TEST_CASE("a tracked plan leaves its tables and what was read, the same for one process and two", "[study]") {
  const Scratch scratch;
  Request request = request_on(of_tiny().scenario, Mover::months);
  const fs::path observed = fs::path(RAILSHIFT_SOURCE_DIR) / "examples" / "tracking" / "tiny";
  const TrackResult two = track_plan(tracking(request, observed, 3, scratch / "two"), {});
  CHECK(names_in(two.folder) ==
        std::vector<std::string>{"manifest.json", "observed", "offices.csv", "pace.csv", "progress.csv", "runs.csv", "tracking.csv"});
  CHECK(two.groups == std::vector<std::string>{"through traffic"});
  CHECK(of(two, "tg-rail-2024").ends.size() == 3);
  CHECK(of(two, "tg-rail-2024").interval->level == Approx(0.5));
  request.jobs = 1;
  static_cast<void>(track_plan(tracking(request, observed, 3, scratch / "one"), {}));
  for (const char* file : {"tracking.csv", "progress.csv", "offices.csv", "pace.csv", "runs.csv", "observed/rail.csv"})
    CHECK(read_text(scratch / "one" / file) == read_text(scratch / "two" / file));
}

TEST_CASE("a plan that was being tracked and was stopped goes on where it stood and ends the same", "[study]") {
  const Scratch scratch;
  Request request = request_on(of_tiny().scenario, Mover::months);
  request.jobs = 1;
  const fs::path observed = fs::path(RAILSHIFT_SOURCE_DIR) / "examples" / "tracking" / "tiny";
  Watch stop;
  bool runs = false;  // and not the drawing of members, which comes before
  stop.started = [&runs](const Watch::Start&) { runs = true; };
  stop.progress = [&runs](double done) { return !runs || done < 0.5; };
  CHECK_THROWS_AS(track_plan(tracking(request, observed, 4, scratch / "out"), stop), Interrupted);
  CHECK_FALSE(fs::exists(scratch / "out"));
  std::size_t kept = 0;
  Watch again;
  again.started = [&](const Watch::Start& start) { kept = start.kept; };
  static_cast<void>(track_plan(tracking(request, observed, 4, scratch / "out"), again));
  CHECK(kept >= 1);
  static_cast<void>(track_plan(tracking(request, observed, 4, scratch / "whole"), {}));
  for (const char* file : {"tracking.csv", "progress.csv", "runs.csv"})
    CHECK(read_text(scratch / "out" / file) == read_text(scratch / "whole" / file));
}

TEST_CASE("trains counted before their siding opens in the runs are refused, and taken where --set opens it", "[study]") {
  const Scratch scratch;
  Request request = request_on(of_tiny().scenario, Mover::months);
  request.set["measure.ms-siding.in_service"] = "2024-04-01";
  put(scratch / "early" / "rail.csv",
      "month,station,siding,direction,commodity,t\n2024-02,,sd-works,in,,1500\n2024-03,,sd-works,in,,1500\n"
      "2024-04,,sd-works,in,,1500\n");
  TrackRequest early = tracking(request, scratch / "early", 2, scratch / "out");
  early.until = "2024-04";
  const auto reasons = refusal([&] { static_cast<void>(track_plan(early, {})); });
  REQUIRE(reasons.size() == 1);
  CHECK(reasons[0].starts_with("rail/sd-works/in: 2024-02 to 2024-03 counted 3,000 t, but 2 of 2 runs have no such train"));
  CHECK(reasons[0].find("--set measure.ms-siding.in_service=2024-02-01") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "out"));
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
  early.common.set["measure.ms-siding.in_service"] = "2024-02-01";
  CHECK(track_plan(early, {}).tracking.lost.empty());
  CHECK(fs::exists(scratch / "out" / "tracking.csv"));
}

TEST_CASE("nothing is written where the months cannot be used", "[study]") {
  const Scratch scratch;
  const Request request = request_on(of_tiny().scenario, Mover::months);
  const fs::path observed = fs::path(RAILSHIFT_SOURCE_DIR) / "examples" / "tracking" / "tiny";
  const auto asked = [&](const std::string& until, int members = 2) {
    TrackRequest one = tracking(request, observed, members, scratch / "out");
    one.until = until;
    return refusal([&] { static_cast<void>(track_plan(one, {})); });
  };
  // the example begins in January 2024: a month earlier nothing can be replaced
  CHECK(asked("2023-12") == std::vector<std::string>{"--until 2023-12: the first counted month is 2024-01; no month can be replaced"});
  CHECK(asked("2025-01") == std::vector<std::string>{"--until 2025-01: the months of the scenario are 2023-01 to 2024-12"});
  CHECK(asked("2024-07") == std::vector<std::string>{"--until 2024-07: months are counted up to 2024-06; write --until 2024-06, or add the "
                                                     "months behind it"});
  CHECK(asked("2024") == std::vector<std::string>{"--until 2024: write the last known month, as 2024-06"});
  CHECK(asked("", 0).size() == 2);
  put(scratch / "wrong" / "rail.csv", "month,station,siding,direction,commodity,t\n2024-01,rs-yard,,in,,5\n2024-01,rs-eats,,in,,5\n");
  TrackRequest wrong = tracking(request, scratch / "wrong", 2, scratch / "out");
  try {
    static_cast<void>(track_plan(wrong, {}));
    FAIL("a station that does not exist is accepted");
  } catch (const WrongScenario& refused) {
    REQUIRE(refused.problems.size() == 1);
    CHECK(to_string(refused.problems.sorted()[0]).find("did you mean \"rs-east\"?") != std::string::npos);
  }
  put(scratch / "wrong" / "rail.csv", "month,station,siding,direction,commodity,t\n2024-01,rs-yard,,in,,5\n");
  try {
    static_cast<void>(track_plan(wrong, {}));
    FAIL("goods that nobody sends are accepted");
  } catch (const WrongScenario& refused) {
    REQUIRE(refused.problems.size() == 1);
    CHECK(to_string(refused.problems.sorted()[0]).find("rail/rs-yard/in: the scenario has no goods that it counts") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(scratch / "out"));
}

}  // namespace track_plan_test
