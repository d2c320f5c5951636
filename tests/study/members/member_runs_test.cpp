/// Members of tiny: what a part holds, when it is run again, what refuses.
#include <catch2/catch.hpp>

#include <fstream>

#include "analysis/judge/verdicts.hpp"
#include "study/members/member_runs.hpp"
#include "study/members/member_study.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "study/work_folder.hpp"
#include "tests/study/scene.hpp"

namespace member_runs_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// Changes of the base year, and of later years.
Member member(int number, const MemberChanges& base, const MemberChanges& later = {}) {
  MemberChanges all = base;
  all.insert(later.begin(), later.end());
  return {number, tiny().world->settings.seed, base, all};
}

/// Half of the siding of the works; three numbers; a number that the scenario refuses.
std::vector<Member> some_members() {
  return {member(1, {}), member(2, {}, {{"sidings.sd-works.t_per_day", "37.5"}}), member(3, {}, {{"sidings.sd-works.t_per_day", "-1"}})};
}

Request two_jobs(int jobs = 2) {
  Request request = of_tiny();
  request.jobs = jobs;
  return request;
}

double share(const MemberRun& run) {
  for (const analysis::Verdict& v : analysis::judge(*tiny().world, {run.metrics})) {
    if (v.target == "tg-works" && v.value) return *v.value;
  }
  throw std::runtime_error("the works has a share");
}

std::string bytes_of(const fs::path& folder) {
  std::string all;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) all += file.lexically_relative(folder).string() + "\n" + read_text(file);
  return all;
}

}  // namespace

TEST_CASE("members by twin and in full: numbers move the figure, a refused number is said and none is dropped", "[study]") {
  const Request request = two_jobs();
  const WorkFolder work;
  const MemberRuns runs(request, tiny(), work.path());
  for (const Mover mover : {Mover::months, Mover::events}) {
    const auto found = runs.run(some_members(), mover, {});
    REQUIRE(found.size() == 3);
    CHECK(share(found[1]) < share(found[0]));  // half of the siding
    CHECK_FALSE(found[2].has_figures());
    CHECK(found[2].refused.en.find("t_per_day") != std::string::npos);
    CHECK(found[2].failed.en.empty());
  }
}

TEST_CASE("a run that breaks a promise of the model is an answer: its member is said to have failed, and counts", "[study]") {
  Request request = two_jobs();
  request.until = "2023-01-01";  // the first day of tiny; whoever reads a command line refuses it, and the engine promises a month at least
  const WorkFolder work;
  const MemberRuns runs(request, tiny(), work.path());
  const std::vector<Member> members{member(1, {}), member(2, {}, {{"sidings.sd-works.t_per_day", "37.5"}})};
  for (const Mover mover : {Mover::months, Mover::events}) {
    const auto found = runs.run(members, mover, {});
    REQUIRE(found.size() == 2);
    for (const MemberRun& run : found) {
      CHECK((run.state == MemberRun::State::run && !run.has_figures() && run.refused.empty()));
      CHECK(run.failed.en.find("broken promise: a run has at least one month") != std::string::npos);
    }
    const Lacking lacking = without_figures(members, found, mover, runs);
    CHECK((lacking.without.size() == 2 && lacking.undone.empty()));
  }
}

TEST_CASE("what is no answer of the model, such as a file that cannot be written, ends the study and counts for nothing", "[study]") {
  const Request request = two_jobs();
  const fs::path nowhere = "/proc/no-folder-can-be-made-here";
  const MemberRuns runs(request, tiny(), nowhere);
  for (const Mover mover : {Mover::months, Mover::events}) {
    const auto found = runs.run(some_members(), mover, {});
    REQUIRE(found.size() == 3);
    for (const MemberRun& run : found) {
      CHECK((run.state == MemberRun::State::ended && !run.has_figures() && run.refused.empty()));
      CHECK(run.failed.en.find("no-folder-can-be-made-here") != std::string::npos);
    }
    const Lacking lacking = without_figures(some_members(), found, mover, runs);
    CHECK((lacking.without.empty() && lacking.undone.size() == 3));
  }
  CHECK_THROWS(static_cast<void>(member_answer(request, tiny(), {2, 1, 1, 0, 0}, nowhere, {})));
}

TEST_CASE("a member in full without changes has the figures of the plan's own run", "[study]") {
  const Request request = two_jobs();
  const WorkFolder work;
  const auto found = MemberRuns(request, tiny(), work.path()).run({member(1, {})}, Mover::events, {});
  // tests/hand/tiny.md: 51.77 % of the works' goods by rail in 2024
  CHECK(share(found[0]) == Approx(0.5177).margin(5e-5));
}

TEST_CASE("one process or two leave the same bytes", "[study]") {
  const WorkFolder one, two;
  static_cast<void>(MemberRuns(two_jobs(1), tiny(), one.path()).run(some_members(), Mover::months, {}));
  static_cast<void>(MemberRuns(two_jobs(2), tiny(), two.path()).run(some_members(), Mover::months, {}));
  CHECK(bytes_of(one.path()) == bytes_of(two.path()));
}

TEST_CASE("a whole part is not run again, one that was altered or is of other numbers is", "[study]") {
  const Request request = two_jobs();
  const WorkFolder work;
  const MemberRuns runs(request, tiny(), work.path());
  std::vector<Member> members{member(1, {}), member(2, {})};
  std::size_t started = 0;
  Watch watch;
  watch.started = [&](const Watch::Start& start) { started = start.runs; };
  static_cast<void>(runs.run(members, Mover::months, watch));
  CHECK(started == 2);
  static_cast<void>(runs.run(members, Mover::months, watch));
  CHECK(started == 0);
  std::ofstream(work.path() / "twin-0001" / "metrics.csv", std::ios::app) << "x";
  static_cast<void>(runs.run(members, Mover::months, watch));
  CHECK(started == 1);
  members[1].all = {{"sidings.sd-works.t_per_day", "37.5"}};
  const auto found = runs.run(members, Mover::months, watch);
  CHECK(started == 1);
  CHECK(share(found[1]) < share(found[0]));
}

TEST_CASE("inputs of the base year are fitted anew in every member: a base share that moves moves the years after it", "[study]") {
  const Request request = two_jobs();
  const WorkFolder work;
  const MemberChanges less_by_rail{{"chains.ch-coal-yard.base_share", "0.25"}, {"chains.ch-coal-road.base_share", "0.75"}};
  const auto found = MemberRuns(request, tiny(), work.path()).run({member(1, {}), member(2, less_by_rail)}, Mover::months, {});
  const auto rail = [](const MemberRun& run) {
    for (const analysis::MetricRow& row : run.metrics) {
      if (row.metric == "rail_tonnes" && row.period == "2024" && row.basis == "main_haul" && row.direction == "both" && row.firm.empty())
        return row.value;
    }
    throw std::runtime_error("rail tonnes are a headline");
  };
  CHECK(rail(found[1]) < rail(found[0]));
}

TEST_CASE("the command of a member has its seed, its engine and all its numbers", "[study]") {
  const Request request = two_jobs();
  const WorkFolder work;
  const MemberRuns runs(request, tiny(), work.path());
  const Member two = member(2, {{"a.b.c", "1"}}, {{"d.e.f", "2 3"}});
  CHECK(runs.command(two, Mover::months).find("--engine months --set a.b.c=1 --set 'd.e.f=2 3' ") != std::string::npos);
  CHECK(runs.command(two, Mover::events).find("--engine") == std::string::npos);
}

}  // namespace member_runs_test
