/// A study of tiny: cases on the same members, shards in any order, parts of another study.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "study/refused.hpp"
#include "study/results/text_file.hpp"
#include "study/studies/study_run.hpp"
#include "tests/study/scene.hpp"

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// Twelve members of a copy of tiny whose siding takes 50 to 120 t a day, two in full; a smaller siding beside the plan.
fs::path study_in(const Scratch& scratch) {
  const fs::path town = tiny_with_a_range(scratch);
  put(scratch / "study.toml",
      "[study]\nid = \"s\"\ntitle_zh = \"研究\"\ntitle_en = \"study\"\nmembers = 12\nfull = 2\nsecond = 5\nscreening = 3\n"
      "[[case]]\nid = \"plan\"\nscenario = \"" +
          fs::relative(town, scratch.path()).string() +
          "\"\n"
          "[[case]]\nid = \"small-yard\"\nscenario = \"" +
          fs::relative(town, scratch.path()).string() +
          "\"\nset = [\"sidings.sd-yard.t_per_day=40\"]\n"
          "[[share]]\nid = \"siding\"\nclauses = [\"TN-01\"]\n[[share]]\nid = \"duty\"\nmeasures = [\"ms-duty\"]\n");
  return scratch / "study.toml";
}

StudyRequest request_of(const Scratch& scratch, const std::string& out, int jobs = 2) {
  StudyRequest request;
  request.file = scratch / "study.toml";
  request.common.jobs = jobs;
  request.common.out = scratch / out;
  return request;
}

std::string tables_of(const fs::path& folder) {
  std::string all;
  for (const char* file : {"targets.csv", "effects.csv", "members.csv", "deciding.csv", "screening.csv", "shares.csv"})
    all += read_text(folder / file);
  return all;
}

}  // namespace

TEST_CASE("two cases stand on the same members, and the smaller yard takes tonnes from the railway in every one", "[study][slow]") {
  const Scratch scratch;
  static_cast<void>(study_in(scratch));
  const StudyResult result = run_study(request_of(scratch, "out"), {});
  REQUIRE(result.cases.size() == 2);
  CHECK(result.cases[0].answer.points == result.cases[1].answer.points);
  CHECK(result.cases[0].effects.empty());
  const auto& effects = result.cases[1].effects;
  const auto rail = std::find_if(effects.begin(), effects.end(), [](const auto& e) { return e.target == "tg-rail-2024"; });
  REQUIRE(rail != effects.end());
  CHECK((rail->members == 12 && rail->pairs == 2));
  CHECK(rail->band->p95 < 0.0);
  CHECK(rail->mean->value < 0.0);
  for (const char* parts : {"parts", "parts-of-shares"}) CHECK_FALSE(fs::exists(scratch / "out" / parts));
  CHECK(fs::exists(scratch / "out" / "manifest.json"));
  // The second law at five of the points; the plan alone is screened, by three trajectories of two groups.
  CHECK(result.cases[0].answer.chances.front().second->twins == 5);
  CHECK(result.cases[0].answer.screening.front().trajectories == 3);
  CHECK(result.cases[1].answer.screening.empty());
}

TEST_CASE("one process or two, in one piece or in shards in any order, taken over twice: the same bytes", "[study][slow]") {
  const Scratch scratch;
  static_cast<void>(study_in(scratch));
  static_cast<void>(run_study(request_of(scratch, "whole", 1), {}));
  StudyRequest merged = request_of(scratch, "merged");
  for (const int part : {3, 1, 2}) {
    StudyRequest shard = request_of(scratch, "shard-" + std::to_string(part));
    shard.shard = Shard{part, 3};
    CHECK(run_study(shard, {}).cases.empty());
    merged.parts.push_back(shard.common.out);
  }
  merged.parts.push_back(merged.parts.front());
  std::size_t runs = 0;
  Watch watch;
  watch.started = [&](const Watch::Start& start) { runs += start.runs; };
  static_cast<void>(run_study(merged, watch));
  CHECK(runs == 0);
  CHECK(tables_of(scratch / "whole") == tables_of(scratch / "merged"));
}

TEST_CASE("parts of another study are refused, and nothing is lost", "[study][slow]") {
  const Scratch scratch;
  static_cast<void>(study_in(scratch));
  StudyRequest shard = request_of(scratch, "shard");
  shard.shard = Shard{1, 6};
  static_cast<void>(run_study(shard, {}));
  // The same cases with another number.
  std::string text = read_text(scratch / "study.toml");
  text.replace(text.find("t_per_day=40"), 12, "t_per_day=41");
  put(scratch / "study.toml", text);
  StudyRequest merged = request_of(scratch, "merged");
  merged.parts = {shard.common.out};
  const auto said = refusal([&] { static_cast<void>(run_study(merged, {})); });
  REQUIRE(said.size() == 1);
  CHECK(said.front().find("no whole part of this study") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "merged"));
  CHECK(fs::exists(shard.common.out / "parts"));
}

TEST_CASE("what the scenario of a case refuses is said with its path, and nothing is run", "[study]") {
  const Scratch scratch;
  static_cast<void>(study_in(scratch));
  std::string text = read_text(scratch / "study.toml");
  text.replace(text.find("sidings.sd-yard.t_per_day"), 25, "sidings.sd-yrad.t_per_day");
  put(scratch / "study.toml", text);
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
