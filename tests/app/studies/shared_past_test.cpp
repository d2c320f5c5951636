/// Runs of one command that share their past are simulated once up to where they part: nothing of it may show in what they write.
#include <catch2/catch.hpp>

#include <signal.h>
#include <unistd.h>

#include <functional>

#include "tests/app/results.hpp"

namespace shared_past_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kPlan = {"ms-duty",       "ms-gate",   "ms-mixer", "ms-retire",
                                        "ms-sanitation", "ms-siding", "ms-slag",  "ms-through"};

/// tiny with a plan of this one measure; the others stand in the baseline.
fs::path town_planning(const Scratch& scratch, const std::string& only) {
  const fs::path copy = copy_of_tiny(scratch, "town");
  for (const std::string& id : kPlan) {
    if (id == only) continue;
    const std::string text = text_of(copy / "scenario.toml");
    const auto at = text.find("layer = \"plan\"", text.find("id = \"" + id + "\""));
    write_to(copy / "scenario.toml", text.substr(0, at) + "layer = \"baseline\"" + text.substr(at + 14));
  }
  return copy;
}

/// An assessment whose baseline branches off after two months and then waits, as there is only one place.
std::vector<std::string> long_assessment(const Scratch& scratch) {
  return {"assess", scenario("taiyuan").string(),      "--members", "4", "--full",  "1",
          "--out",  (scratch / "assessment").string(), "--jobs",    "1", "--until", "2020-04-01",
          "--set",  "measure.ms-ty-13.from=2020-02-15"};
}

}  // namespace

TEST_CASE("baseline and plan of an assessment are the runs alone, whatever kind of measure the plan consists of", "[app][repeats]") {
  const std::string measure = GENERATE(from_range(kPlan));
  INFO(measure);
  const Scratch scratch;
  const fs::path town = town_planning(scratch, measure);
  const Answer answer =
      ask({"assess", town.string(), "--members", "4", "--full", "1", "--out", (scratch / "assessment").string(), "--jobs", "2"});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  const fs::path baseline = run_into(scratch, "baseline", town, {"--layer", "baseline"});
  CHECK(text_of(baseline / "metrics.csv") == text_of(scratch / "assessment" / "baseline" / "metrics.csv"));
  CHECK(table_hashes(baseline) == table_hashes(scratch / "assessment" / "baseline"));
  const fs::path plan = run_into(scratch, "plan", town);
  CHECK(text_of(plan / "metrics.csv") == text_of(scratch / "assessment" / "plan" / "metrics.csv"));
  CHECK(table_hashes(plan) == table_hashes(scratch / "assessment" / "plan"));
  CHECK(table_hashes(plan) != table_hashes(baseline));
}

TEST_CASE("what a baseline in an assessment says of itself is what it says alone", "[app][repeats]") {
  // The orders of the baseline count trucks and haul, but for one that nobody obeys.
  const Scratch scratch;
  const fs::path town = town_planning(scratch, "ms-through");
  replace_in(town / "scenario.toml",
             "up_to = \"china3\"\nobedience = 1.0\ndelivery_lag_days = 10\n[[measure.numbers]]\nfield = \"obedience\"\nlow = 1.0",
             "up_to = \"china3\"\nobedience = 0.0\ndelivery_lag_days = 10\n[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.0");
  REQUIRE(ask({"assess", town.string(), "--members", "4", "--full", "1", "--out", (scratch / "assessment").string()}).code == 0);
  const fs::path alone = run_into(scratch, "alone", town, {"--layer", "baseline"});
  const std::string verdicts = text_of(alone / "verdicts.csv");
  CHECK(verdicts.find("orders_idle") != std::string::npos);
  CHECK(verdicts.find("ordered_by: ms-sanitation") != std::string::npos);
  check_same_bytes(alone, scratch / "assessment" / "baseline");
  CHECK(ask({"audit", (scratch / "assessment" / "baseline").string()}).code == 0);
  // The manifest but for its last part (times and memory): inputs, request, statistics.
  const auto told = [](const fs::path& run) {
    const std::string text = text_of(run / "manifest.json");
    return text.substr(0, text.find("not_deterministic"));
  };
  CHECK(told(alone) == told(scratch / "assessment" / "baseline"));
}

TEST_CASE("an assessment that is killed leaves no process that works or waits, and no folder that looks complete", "[app][repeats]") {
  const Scratch scratch;
  Background assessment(long_assessment(scratch));
  REQUIRE(soon([&] { return !assessment.grandchildren().empty(); }));
  std::vector<pid_t> processes = assessment.children();
  const std::vector<pid_t> branches = assessment.grandchildren();
  processes.insert(processes.end(), branches.begin(), branches.end());
  SECTION("by a signal that it cannot refuse") {
    assessment.send(SIGKILL);
    CHECK(assessment.wait() == 128 + SIGKILL);
    for (const pid_t process : processes) CHECK(soon([process] { return !alive(process); }));
  }
  SECTION("by the user") {
    assessment.send(SIGINT);
    CHECK(assessment.wait() == 3);
    for (const pid_t process : processes) CHECK_FALSE(alive(process));
  }
  CHECK_FALSE(fs::exists(scratch / "assessment"));
  for (const auto& entry : fs::recursive_directory_iterator(scratch / "assessment.partial"))
    CHECK(entry.path().filename() != "manifest.json");
}

TEST_CASE("an assessment whose branch or trunk dies fails and leaves nothing", "[app][slow]") {
  const Scratch scratch;
  Background assessment(long_assessment(scratch));
  REQUIRE(soon([&] { return !assessment.grandchildren().empty(); }));
  const std::vector<pid_t> trunk = assessment.children();
  const std::vector<pid_t> branches = assessment.grandchildren();
  const bool whole_family = GENERATE(false, true);
  kill(whole_family ? trunk.front() : branches.front(), SIGKILL);
  CHECK(assessment.wait() == 1);
  for (const pid_t process : branches) CHECK_FALSE(alive(process));
  CHECK_FALSE(fs::exists(scratch / "assessment"));
}

}  // namespace shared_past_test
