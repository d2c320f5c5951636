/// A run that is cut off leaves no process and nothing that looks like a result.
#include <catch2/catch.hpp>

#include <signal.h>
#include <unistd.h>

#include <functional>

#include "tests/app/cli.hpp"

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

TEST_CASE("an interrupt ends a run with code 3 and without a result", "[app]") {
  const int signal = GENERATE(SIGINT, SIGTERM);
  const Scratch scratch;
  Background run(long_run(scratch));
  REQUIRE(soon([&run] { return !run.children().empty(); }));
  const std::vector<pid_t> children = run.children();
  run.send(signal);
  CHECK(run.wait() == 3);
  for (const pid_t child : children) CHECK_FALSE(alive(child));
  CHECK_FALSE(fs::exists(scratch / "run"));
}
