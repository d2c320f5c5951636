/// A run that is cut off leaves no process and nothing that looks like a result.
#include <catch2/catch.hpp>

#include <signal.h>
#include <unistd.h>

#include <functional>

#include "tests/app/cli.hpp"

namespace interrupt_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> long_run(const Scratch& scratch) {
  return {"run", scenario("taiyuan").string(), "--out", (scratch / "run").string()};
}

}  // namespace

TEST_CASE("killing a run leaves no child alive and no folder that looks complete", "[app]") {
  const Scratch scratch;
  Background run(long_run(scratch));
  REQUIRE(soon([&run] { return !run.children().empty(); }));
  const std::vector<pid_t> children = run.children();
  for (const pid_t child : children) CHECK(alive(child));
  run.send(SIGKILL);
  CHECK(run.wait() == 128 + SIGKILL);
  for (const pid_t child : children) CHECK(soon([child] { return !alive(child); }));
  CHECK_FALSE(fs::exists(scratch / "run"));
  CHECK_FALSE(fs::exists(scratch / "run.partial" / "manifest.json"));
  // What is left is no run, and the next run clears it away.
  CHECK(ask({"audit", (scratch / "run.partial").string()}).code == 2);
  CHECK(ask({"run", scenario("tiny").string(), "--out", (scratch / "run").string()}).code == 0);
  CHECK_FALSE(fs::exists(scratch / "run.partial"));
}

TEST_CASE("an interrupt ends a run or an assessment with code 3, no result, and a word on what is left", "[app][repeats]") {
  const int signal = GENERATE(SIGINT, SIGTERM);
  const std::string command = GENERATE(as<std::string>{}, "run", "assess");
  const Scratch scratch;
  Background work({command, scenario("taiyuan").string(), "--out", (scratch / "results").string(), "--jobs", "1"}, scratch / "said");
  REQUIRE(soon([&work] { return !work.children().empty(); }));
  const std::vector<pid_t> children = work.children();
  work.send(signal);
  CHECK(work.wait() == 3);
  for (const pid_t child : children) CHECK_FALSE(alive(child));
  CHECK_FALSE(fs::exists(scratch / "results"));
  CHECK(text_of(scratch / "said") == "interrupted; " + (scratch / "results.partial").string() + " is no result, run it again\n");
}

TEST_CASE("an interrupted sensitivity study leaves nothing and says nothing of a folder", "[app]") {
  const Scratch scratch;
  Background study({"sensitivity", scenario("taiyuan").string(), "--verdict", "tg-ty-12", "--limit", "1", "--lang", "zh", "--out",
                    (scratch / "ranking.csv").string()},
                   scratch / "said");
  REQUIRE(soon([&study] { return !study.children().empty(); }));
  study.send(SIGINT);
  CHECK(study.wait() == 3);
  CHECK(text_of(scratch / "said") == "已中断，没有结果；可重新运行\n");
  CHECK_FALSE(fs::exists(scratch / "ranking.csv"));
}

}  // namespace interrupt_test
