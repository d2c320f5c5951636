/// A study of tiny: cases on the same members, shards in any order, parts of another study.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "study/refused.hpp"
#include "study/results/text_file.hpp"
#include "study/studies/study_run.hpp"
#include "tests/study/scene.hpp"

namespace study_run_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// Six members of a copy of tiny whose siding takes 50 to 120 t a day, two in full, five under the second law, three trajectories of the
/// plan; a smaller yard beside the plan; what the siding and the duty bring.
void study_in(const Scratch& scratch) {
  const std::string town = fs::relative(tiny_with_a_range(scratch), scratch.path()).string();
  put(scratch / "study.toml",
      "[study]\nid = \"s\"\ntitle_zh = \"研究\"\ntitle_en = \"study\"\nmembers = 6\nfull = 2\nsecond = 5\nscreening = 3\n"
      "[[case]]\nid = \"plan\"\nscenario = \"" +
          town + "\"\n[[case]]\nid = \"small-yard\"\nscenario = \"" + town +
          "\"\nset = [\"sidings.sd-yard.t_per_day=40\"]\n"
          "[[share]]\nid = \"siding\"\nclauses = [\"TN-01\"]\n[[share]]\nid = \"duty\"\nmeasures = [\"ms-duty\"]\n");
}

StudyRequest request_of(const Scratch& scratch, const std::string& out, int jobs = 2) {
  StudyRequest request;
  request.file = scratch / "study.toml";
  request.common.jobs = jobs;
  request.common.out = scratch / out;
  return request;
}

/// Every file of a result but the manifest, which lists them.
std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).string();
    if (entry.is_regular_file() && name != "manifest.json") all[name] = read_text(entry.path());
  }
  return all;
}

/// Puts another text in the place of the first in the study.
void change(const Scratch& scratch, const std::string& from, const std::string& to) {
  std::string text = read_text(scratch / "study.toml");
  REQUIRE(text.find(from) != std::string::npos);
  put(scratch / "study.toml", text.replace(text.find(from), from.size(), to));
}

}  // namespace

TEST_CASE("a study refuses a last day outside of its scenarios, and nothing is made", "[study]") {
  const Scratch scratch;
  study_in(scratch);
  change(scratch, "members = 6", "until = 2030-01-01\nmembers = 6");
  std::vector<std::string> said;
  try {
    (void)run_study(request_of(scratch, "out"), {});
  } catch (const Refused& refused) {
    for (const Words& reason : refused.reasons) said.push_back(reason.en);
  }
  REQUIRE(said.size() == 1);  // of two cases on one scenario
  CHECK(said.front().starts_with("until 2030-01-01: the scenario ends on "));
  CHECK_FALSE(fs::exists(scratch / "out"));
}

TEST_CASE("a study whose place is taken is refused before its members are drawn", "[study]") {
  const Scratch scratch;
  study_in(scratch);
  put(scratch / "out" / "letter.txt", "not ours");
  Watch watch;
  bool drawn = false;
  watch.drawing = [&drawn] { drawn = true; };
  CHECK_THROWS_AS(run_study(request_of(scratch, "out"), watch), Refused);
  CHECK_FALSE(drawn);
}

TEST_CASE("two cases stand on the same members, and the smaller yard takes tonnes from the railway in every one", "[study][slow]") {
  const Scratch scratch;
  study_in(scratch);
  const StudyResult result = run_study(request_of(scratch, "out"), {});
  REQUIRE(result.cases.size() == 2);
  CHECK(result.cases[0].answer.points == result.cases[1].answer.points);
  CHECK(result.cases[0].effects.empty());
  const auto& effects = result.cases[1].effects;
  const auto rail = std::find_if(effects.begin(), effects.end(), [](const auto& e) { return e.target == "tg-rail-2024"; });
  REQUIRE(rail != effects.end());
  CHECK((rail->members == 6 && rail->pairs == 2));
  CHECK(rail->band->p95 < 0.0);
  CHECK(rail->mean->value < 0.0);
  for (const char* parts : {"parts", "parts-of-shares"}) CHECK_FALSE(fs::exists(scratch / "out" / parts));
  for (const char* file : {"manifest.json", "study.gpkg", "datapackage.json", "iamc.csv", "failed.csv", "screening.csv", "shares.csv",
                           "parquet/members.parquet", "parquet/shares.parquet"})
    CHECK(fs::exists(scratch / "out" / file));
  // The second law at five of the points; the plan alone is screened, by three trajectories of two groups.
  CHECK(result.cases[0].answer.chances.front().second->twins == 5);
  CHECK(result.cases[0].answer.screening.front().trajectories == 3);
  CHECK(result.cases[1].answer.screening.empty());
  REQUIRE(result.shares);
  CHECK((result.shares->of_case == "plan" && result.shares->twins == 4 && result.shares->without.empty()));
}

TEST_CASE("one process, two or four, in one piece or in shards in any order, merged twice, give the same bytes", "[study][slow]") {
  const Scratch scratch;
  study_in(scratch);
  static_cast<void>(run_study(request_of(scratch, "whole", 1), {}));
  const auto whole = files_of(scratch / "whole");
  static_cast<void>(run_study(request_of(scratch, "four", 4), {}));
  CHECK(files_of(scratch / "four") == whole);
  StudyRequest merged = request_of(scratch, "merged");
  for (const int part : {3, 1, 2}) {
    StudyRequest shard = request_of(scratch, "shard-" + std::to_string(part));
    shard.shard = Shard{part, 3};
    CHECK(run_study(shard, {}).cases.empty());
    merged.parts.push_back(shard.common.out);
  }
  merged.parts.push_back(merged.parts.front());
  merged.missing = Missing::leave;
  for (int times = 0; times < 2; ++times) {
    std::size_t runs = 0;
    Watch watch;
    watch.started = [&](const Watch::Start& start) { runs += start.runs; };
    static_cast<void>(run_study(merged, watch));
    CHECK(runs == 0);
    CHECK(files_of(scratch / "merged") == whole);
    merged.common.replace = Replace::yes;
  }
}

TEST_CASE("a merge without all parts makes no result and says which members are missing", "[study][slow]") {
  const Scratch scratch;
  study_in(scratch);
  StudyRequest shard = request_of(scratch, "shard");
  shard.shard = Shard{1, 3};
  static_cast<void>(run_study(shard, {}));
  StudyRequest merged = request_of(scratch, "merged");
  merged.parts = {shard.common.out};
  merged.missing = Missing::leave;
  std::string said;
  try {
    static_cast<void>(run_study(merged, {}));
  } catch (const Failed& failed) {
    said = failed.words().en;
  }
  // Members 3 and 6 belong to shard 1 of 3, full runs are 1 and 2. Under the second law 3 of 1 to 5; of nine runs of trajectories 3, 6, 9.
  CHECK(said.find("case plan: 16 runs are not done") != std::string::npos);
  CHECK(said.find("members 1 (estimate), 2 (estimate), 4 (estimate), 5 (estimate), 1, 2, 1 (second law), 2 (second law), ...;") !=
        std::string::npos);
  CHECK(said.find("case small-yard: 10 runs") != std::string::npos);
  // Coalitions 1, 2 and 4, of them 1 and 4 in full too.
  CHECK(said.find("shares of the effect: 5 runs") != std::string::npos);
  CHECK(said.find("the first of them: not run yet") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "merged"));
}

TEST_CASE("parts of another study, another scenario or other cases are refused, and nothing is lost", "[study][slow]") {
  const Scratch scratch;
  study_in(scratch);
  StudyRequest shard = request_of(scratch, "shard");
  shard.shard = Shard{1, 6};
  static_cast<void>(run_study(shard, {}));
  StudyRequest merged = request_of(scratch, "merged");
  merged.parts = {shard.common.out};
  const auto said = [&] { return refusal([&] { static_cast<void>(run_study(merged, {})); }); };
  SECTION("the same cases with another number") {
    change(scratch, "t_per_day=40", "t_per_day=41");
    REQUIRE(said().size() == 1);
    CHECK(said().front().find("is of another study: scenario, changes, members or seed differ") != std::string::npos);
  }
  SECTION("the same ids in another scenario") {
    write_text(scratch / "tiny" / "tables" / "firms.csv", read_text(scratch / "tiny" / "tables" / "firms.csv") + "\n");
    // each case by the twin of member 6, the plan by point 6 of its trajectories too
    REQUIRE(said().size() == 3);
    CHECK(said().front().find("is of another scenario: its input files differ") != std::string::npos);
  }
  SECTION("a case that this study does not have") {
    change(scratch, "small-yard", "smaller-yard");
    REQUIRE(said().size() == 1);
    CHECK(said().front().find("has parts of cases that this study does not have: small-yard") != std::string::npos);
  }
  SECTION("other groups whose effect is shared") {
    // the first coalition, none of the groups, by both engines
    shard.shard = Shard{2, 6};
    static_cast<void>(run_study(shard, {}));
    change(scratch, "ms-duty", "ms-gate");
    REQUIRE(said().size() == 2);
    CHECK(said().front().find("parts-of-shares") != std::string::npos);
  }
  SECTION("shares that this study does not ask for") {
    shard.shard = Shard{2, 6};
    static_cast<void>(run_study(shard, {}));
    const std::string text = read_text(scratch / "study.toml");
    put(scratch / "study.toml", text.substr(0, text.find("[[share]]")));
    REQUIRE(said().size() == 1);
    CHECK(said().front().find("this study has no [[share]]") != std::string::npos);
  }
  SECTION("a folder without parts") {
    merged.parts = {scratch / "tiny"};
    REQUIRE(said().size() == 1);
    CHECK(said().front().find("no folder that a shard has left") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(scratch / "merged"));
  CHECK_FALSE(fs::exists(scratch / "merged.partial"));
  CHECK(fs::exists(shard.common.out / "parts" / "small-yard" / "twin-0006" / "metrics.csv"));
}

TEST_CASE("what the scenario of a case refuses is said with its path, and nothing is run", "[study]") {
  const Scratch scratch;
  study_in(scratch);
  change(scratch, "sidings.sd-yard.t_per_day", "sidings.sd-yrad.t_per_day");
  try {
    static_cast<void>(run_study(request_of(scratch, "out"), {}));
    FAIL("an unknown path is no study");
  } catch (const WrongScenario& wrong) {
    const std::string said = to_string(wrong.problems.sorted().front());
    INFO(said);
    CHECK(said.find("sd-yard") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(scratch / "out"));
}

}  // namespace study_run_test
