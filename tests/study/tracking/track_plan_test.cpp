/// A plan tracked by counted months: counted months of a run give that run, and intervals hold what they were not told.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

#include "sim/scenario/load/sound_member.hpp"
#include "study/members/member_runs.hpp"
#include "study/results/text_file.hpp"
#include "study/tracking/track_plan.hpp"
#include "tests/study/tracking/counted.hpp"

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
  std::vector<Member> members = members_of(request, plan, points_of(plan, {count, 0, 777}));
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
  int runs = 0, held = 0, tight = 0;
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
    CHECK(f.tracked == analysis::Tracked::observed);
    CHECK(f.forecast == end_of_run(*tiny().world, target, run));
    CHECK_FALSE(f.interval);
    CHECK_FALSE(f.chance);
  }
}

TEST_CASE("an interval of ten tracked runs is one of 19 members, and what was counted stands in it", "[study]") {
  const auto held = hold_truths(10, Mover::months);
  CHECK(held.size() == 3);
  for (const auto& [target, sum] : held) {
    CHECK(sum.runs == 10);
    CHECK(sum.held >= 1);
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
