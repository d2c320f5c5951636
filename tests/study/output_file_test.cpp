/// A file that cannot be written is named before the work begins.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>

#include "study/manifest.hpp"
#include "study/output_file.hpp"
#include "study/results/result_files.hpp"
#include "study/results/text_file.hpp"
#include "study/sensitivity/sensitivity_study.hpp"
#include "study/single_run.hpp"
#include "tests/study/scene.hpp"

namespace output_file_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// The English reason against `--out FILE`, without the file; empty if there is none.
std::string against(const fs::path& file, const OutputRules& rules = {}) {
  const auto reason = reason_against_file("out", file, rules);
  const std::string start = "--out " + file.string() + ": ";
  if (!reason) return {};
  REQUIRE(reason->en.starts_with(start));
  return reason->en.substr(start.size());
}

/// Root may write everywhere: while this lives, the process has no more rights than anybody.
class NotRoot {
 public:
  NotRoot() {
    if (before_ == 0) REQUIRE(seteuid(65534) == 0);
  }
  ~NotRoot() {
    if (seteuid(before_) != 0) std::abort();
  }
  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;

 private:
  uid_t before_ = geteuid();
};

/// Fails the test if anything is simulated.
Watch nothing_runs() {
  Watch watch;
  watch.started = [](const Watch::Start&) { FAIL("a run was started"); };
  return watch;
}

}  // namespace

TEST_CASE("a file can be written where a folder stands and nothing else has its name", "[study]") {
  const Scratch scratch;
  put(scratch / "old.csv", "old");
  CHECK(against(scratch / "new.csv").empty());
  CHECK(against(scratch / "old.csv", {.replace = Replace::yes}).empty());
  CHECK(against("new.csv").empty());
  CHECK(against("/dev/null").empty());
  CHECK(against(scratch.path()) == "it is a folder, not a file");
  CHECK(against(scratch / "new/") == "it is a folder, not a file");
  CHECK(against(scratch / "nowhere" / "new.csv") == "there is no folder " + (scratch / "nowhere").string());
  CHECK(against(scratch / "old.csv" / "new.csv") == "there is no folder " + (scratch / "old.csv").string());
  // To ask leaves no trace.
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"old.csv"});
  CHECK(read_text(scratch / "old.csv") == "old");
}

TEST_CASE("a file that exists is replaced only on demand, unless it is empty or one of our own pages", "[study]") {
  const Scratch scratch;
  put(scratch / "old.csv", "old");
  put(scratch / "empty.csv");
  put(scratch / "page.html", "<style>the mark of our pages</style>");
  const std::string exists = "it exists; choose another name, or --force to replace it";
  CHECK(against(scratch / "old.csv") == exists);
  CHECK(against(scratch / "empty.csv").empty());
  CHECK(against(scratch / "page.html") == exists);
  CHECK(against(scratch / "page.html", {.ours = "the mark of our pages"}).empty());
  CHECK(against(scratch / "old.csv", {.ours = "the mark of our pages"}) == exists);
}

TEST_CASE("an input of the command is never written to, under whatever name", "[study]") {
  const Scratch scratch;
  put(scratch / "tables" / "flows.csv", "input");
  fs::create_symlink("tables/flows.csv", scratch / "link.csv");
  fs::create_hard_link(scratch / "tables" / "flows.csv", scratch / "twin.csv");
  const OutputRules rules{{scratch / "tables/flows.csv", scratch / "tables/closures.csv"}, Replace::yes};
  const std::string input = "it is an input of this command and is not written to";
  for (const char* file : {"tables/flows.csv", "tables/../tables/flows.csv", "link.csv", "twin.csv", "tables/./closures.csv"}) {
    INFO(file);
    CHECK(against(scratch / file, rules) == input);  // closures.csv is not there, but would be read
  }
  CHECK(against(scratch / "tables/other.csv", rules).empty());
}

TEST_CASE("every file of a scenario and its variant are inputs", "[study]") {
  Request request = of_tiny();
  request.variant = "late.toml";
  const OutputRules rules = output_rules(request);
  for (const fs::path& file : {request.scenario / "scenario.toml", request.scenario / "tables" / "flows.csv",
                               request.scenario / "parameters" / "values.csv", fs::path("late.toml")}) {
    INFO(file);
    CHECK(against(file, {rules.inputs, Replace::yes}).starts_with("it is an input"));
  }
}

TEST_CASE("no file is put among those of a result, however deep, by a link, or if its manifest is altered", "[study]") {
  const Scratch scratch;
  const std::string altered = GENERATE(as<std::string>{}, "", " ");
  put(scratch / "run" / "manifest.json", sealed(assessment_manifest_json(), {}) + altered);
  put(scratch / "run" / "plan" / "deep" / "metrics.csv", "figures");
  fs::create_symlink("run/plan/deep/metrics.csv", scratch / "link.csv");
  fs::create_directory_symlink("run/plan", scratch / "link");
  for (const char* file :
       {"run/plot.csv", "run/plan/plot.csv", "run/plan/deep/plot.csv", "run/plan/../plot.csv", "link/plot.csv", "link.csv"}) {
    INFO(file);
    CHECK(against(scratch / file, {.replace = Replace::yes}).starts_with("lies in a folder of results"));
  }
  CHECK(against(scratch / "plot.csv").empty());
}

TEST_CASE("a file may lie below a manifest.json of somebody else", "[study]") {
  const Scratch scratch;
  put(scratch / "manifest.json", "{\n \"manifest_version\": 3\n}\n");
  fs::create_directories(scratch / "deep");
  CHECK(against(scratch / "plot.csv").empty());
  CHECK(against(scratch / "deep" / "plot.csv").empty());
}

TEST_CASE("a file or folder that is write-protected is no place for results", "[study]") {
  const Scratch scratch;
  put(scratch / "old.csv");
  fs::permissions(scratch / "old.csv", fs::perms::owner_read);
  fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  {
    const NotRoot not_root;
    CHECK(against(scratch / "old.csv") == "it may not be written to");
    CHECK(against(scratch / "new.csv") == "it may not be written to");
  }
  fs::permissions(scratch.path(), fs::perms::owner_all);
}

TEST_CASE("a ranking that could not be written is not computed", "[study]") {
  const Scratch scratch;
  SensitivityRequest request;
  request.common = of_tiny();
  request.verdict = "tg-nox";
  request.common.out = scratch / "nowhere" / "ranking.csv";
  CHECK(refusal([&] { static_cast<void>(sensitivity(request, nothing_runs())); }).size() == 1);
}

TEST_CASE("trips that could not be written, or would go with the old results, are refused before the run", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.out = scratch / "run/";
  for (const std::string file : {"nowhere/trips.csv", "run/trips.csv", "run", "run.partial/trips.csv"}) {
    INFO(file);
    request.trips = scratch / file;
    CHECK(refusal([&] { static_cast<void>(run(request, nothing_runs())); }).size() == 1);
  }
  request.trips = scratch / "run-trips.csv";
  CHECK(reasons_against(request, tiny().world->settings).empty());
  CHECK(fs::is_empty(scratch.path()));
}

}  // namespace output_file_test
