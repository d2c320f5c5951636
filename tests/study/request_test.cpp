/// What is asked of a study is checked once, before anything is written, and everything that is wrong is said at once.
#include <catch2/catch.hpp>

#include "study/assess/assessment.hpp"
#include "study/request.hpp"
#include "study/sensitivity/sensitivity_study.hpp"
#include "study/single_run.hpp"
#include "study/stored_run.hpp"
#include "tests/study/scene.hpp"

namespace request_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

const Settings& settings() { return tiny().world->settings; }

/// What the check says in English, one sentence an entry.
std::vector<std::string> said(const Request& request) {
  std::vector<std::string> sentences;
  for (const Words& reason : reasons_against(request, settings())) sentences.push_back(reason.en);
  return sentences;
}

std::vector<std::string> said_of_until(const std::string& until) {
  Request request = of_tiny();
  request.until = until;
  return said(request);
}

const std::string kBetween = "the first day of a month after 2023-01-01 and up to 2025-01-01";

}  // namespace

TEST_CASE("a run may end with any month after the scenario's start and up to its end", "[study]") {
  CHECK(said_of_until("").empty());
  CHECK(said_of_until("2023-02-01").empty());
  CHECK(said_of_until("2025-01-01").empty());
}

TEST_CASE("an end inside a month is neither widened nor cut but refused, with the ends on both sides", "[study]") {
  const std::string why = ": results are of whole months; the first day of a month, such as ";
  using Said = std::vector<std::string>;
  CHECK(said_of_until("2023-07-15") == Said{"--until 2023-07-15" + why + "2023-07-01 or 2023-08-01"});
  CHECK(said_of_until("2023-01-02") == Said{"--until 2023-01-02" + why + "2023-02-01"});  // the run begins on 2023-01-01
  CHECK(said_of_until("2024-12-31") == Said{"--until 2024-12-31" + why + "2024-12-01 or 2025-01-01"});
}

TEST_CASE("an end that is no date, or not between start and end, is refused with the reason", "[study]") {
  using Said = std::vector<std::string>;
  CHECK(said_of_until("2025-01-02") == Said{"--until 2025-01-02: the scenario ends on 2025-01-01; " + kBetween});
  CHECK(said_of_until("2050-01-01") == Said{"--until 2050-01-01: the scenario ends on 2025-01-01; " + kBetween});
  CHECK(said_of_until("2023-01-01") == Said{"--until 2023-01-01: the scenario starts on 2023-01-01; " + kBetween});
  CHECK(said_of_until("2022-12-31") == Said{"--until 2022-12-31: the scenario starts on 2023-01-01; " + kBetween});
  for (const std::string text : {"nonsense", "2023-02-29", "2023-7-1", "2023-07-01 "})
    CHECK(said_of_until(text) == Said{"--until " + text + ": no date (YYYY-MM-DD); " + kBetween});
}

TEST_CASE("seeds are whole numbers of 32 bits, those of the last replication too", "[study]") {
  Request request = of_tiny();
  request.seed = 0;
  CHECK(said(request).empty());
  request.seed = -1;
  CHECK(said(request) == std::vector<std::string>{"--seed -1: a whole number from 0 to 4294967295"});
  request.seed = 4294967295;
  CHECK(said(request).empty());
  request.seed = 4294967296;
  CHECK(said(request) == std::vector<std::string>{"--seed 4294967296: a whole number from 0 to 4294967295"});
  // Three replications from ...293 on have the seeds ...293, ...294, ...295; from ...294 on the third would be 2^32.
  request.replications = 3;
  request.seed = 4294967293;
  CHECK(said(request).empty());
  request.seed = 4294967294;
  REQUIRE(said(request).size() == 1);
  CHECK(said(request).front().find("3 replications lead beyond 4294967295") != std::string::npos);
}

TEST_CASE("replications and processes are one at least", "[study]") {
  Request request = of_tiny();
  request.replications = 1;
  CHECK(said(request).empty());
  request.replications = 0;
  request.jobs = 0;
  CHECK(said(request) == std::vector<std::string>{"--replications 0: at least 1", "--jobs 0: at least 1"});
}

TEST_CASE("legs and trains are written of one run, not of several, and into two files", "[study]") {
  Request request = of_tiny();
  request.trips = "trips.csv";
  request.trains = "trains.csv";
  CHECK(said(request).empty());
  request.replications = 2;
  CHECK(said(request) ==
        std::vector<std::string>{"--trips is of one run, not of --replications", "--trains is of one run, not of --replications"});
  request.replications.reset();
  request.trains = "./trips.csv";
  CHECK(said(request) == std::vector<std::string>{"--trips and --trains write to one file trips.csv"});
}

TEST_CASE("everything that is wrong is said at once, in both languages", "[study]") {
  Request request = of_tiny();
  request.until = "2050-01-01";
  request.seed = -5;
  request.replications = -2;
  request.jobs = -3;
  request.trips = "trips.csv";
  const auto reasons = reasons_against(request, settings());
  REQUIRE(reasons.size() == 5);
  CHECK(reasons[0].zh == "--until 2050-01-01：情景止于 2025-01-01；应为 2023-01-01 之后、2025-01-01 之前（含）某月的第一天");
  for (const Words& reason : reasons) CHECK(reason.zh != reason.en);
  CHECK(refusal([&] { check(request, settings()); }).size() == 5);
}

TEST_CASE("every study refuses the same end of a run and writes nothing", "[study]") {
  const Scratch scratch;
  const std::string until = GENERATE(as<std::string>{}, "2050-01-01", "2023-01-01", "2022-06-30", "nonsense");
  Request request = of_tiny();
  request.until = until;
  request.out = scratch / "out";
  Request several = request;
  several.replications = 2;
  SensitivityRequest moved;
  moved.common = request;
  moved.verdict = "tg-nox";
  const auto expected = said_of_until(until);
  REQUIRE(expected.size() == 1);
  CHECK(refusal([&] { static_cast<void>(run(request, {})); }) == expected);
  CHECK(refusal([&] { static_cast<void>(run(several, {})); }) == expected);
  CHECK(refusal([&] { static_cast<void>(assess(request, {})); }) == expected);
  CHECK(refusal([&] { static_cast<void>(sensitivity(moved, {})); }) == expected);
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("the seeds of an assessment are three", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.out = scratch / "out";
  request.seed = 4294967294;
  const auto reasons = refusal([&] { static_cast<void>(assess(request, {})); });
  REQUIRE(reasons.size() == 1);
  CHECK(reasons.front().find("3 replications") != std::string::npos);
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("a sensitivity study names a missing and an unknown verdict beside all else", "[study]") {
  SensitivityRequest request;
  request.common = of_tiny();
  request.common.jobs = 0;
  request.limit = 0;
  const auto missing = reasons_against(request, *tiny().world);
  REQUIRE(missing.size() == 3);
  CHECK(missing[0].en == "--jobs 0: at least 1");
  CHECK(missing[1].en == "--verdict ID is missing");
  CHECK(missing[2].en == "--limit 0: at least 1");
  request.verdict = "tg-rail";
  CHECK(reasons_against(request, *tiny().world)[1].en.find("tg-rail-2024") != std::string::npos);
}

TEST_CASE("a scenario that does not load is answered with its problems", "[study]") {
  Request request = of_tiny();
  request.set["measure.ms-gate.obedience"] = "1.5";
  try {
    static_cast<void>(run(request, {}));
    FAIL("the obedience was taken");
  } catch (const WrongScenario& wrong) {
    CHECK(wrong.problems.size() == 1);
  }
}

TEST_CASE("what a run file says of a request holds the folder's name, without the way to it", "[study]") {
  Request request = of_tiny();
  request.until = "2023-07-01";
  request.set["seed"] = "5";
  request.kernel = engine::Kernel::step;
  request.layer = Layer::baseline;
  for (const fs::path& folder : {fs::path("/somewhere/tiny"), fs::path("/somewhere/tiny/"), fs::path("/somewhere/else/../tiny/")}) {
    request.scenario = folder;
    CHECK(recorded(request, settings()).scenario_folder_name == "tiny");
  }
  const ledger::RunRequest r = recorded(request, settings());
  CHECK(r.layer == "baseline");
  CHECK(r.until == "2023-07-01");
  CHECK(r.kernel == "step");
  CHECK(r.set == request.set);
  CHECK(r.seed == 6756);  // the scenario's
  request.seed = 9;
  CHECK(recorded(request, settings()).seed == 9);
  CHECK(until_of(request) == make_date(2023, 7, 1));
  CHECK_FALSE(until_of(of_tiny()));
}

}  // namespace request_test
