/// Observed values beside simulated ones, on the terminal and in the report.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace observed_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// tiny with these rows as its only observations.
fs::path observing(const Scratch& scratch, const std::string& rows) {
  const fs::path folder = copy_of_tiny(scratch);
  write_to(folder / "tables" / "observed.csv", "observed_id,metric,scope,period,value,unit,source\n" + rows);
  return folder;
}

std::string said_by_run(const Scratch& scratch, const fs::path& folder, const std::vector<std::string>& words = {}) {
  std::vector<std::string> command = {"run", folder.string(), "--out", (scratch / "run").string()};
  command.insert(command.end(), words.begin(), words.end());
  const Answer answer = ask(command);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return answer.out;
}

}  // namespace

TEST_CASE("without an observation a run says that it is not checked against counts", "[app]") {
  const Scratch scratch;
  const fs::path folder = observing(scratch, "");
  CHECK(contains(said_by_run(scratch, folder), "NOT CHECKED AGAINST COUNTS"));
  CHECK(contains(said_by_run(scratch, folder, {"--force", "--lang", "zh"}), "未经实测校核"));
}

TEST_CASE("a run prints an observed value beside the simulated one, with difference and percent", "[app]") {
  const Scratch scratch;
  // tests/hand/tiny.md: 46,700 t by rail in 2024; 46,700 - 40,000 = 6,700 = 16.75 % of what was observed.
  const std::string said = said_by_run(scratch, observing(scratch, "ob-rail,rail_tonnes,,2024,40000,t,railway bureau\n"));
  CHECK_FALSE(contains(said, "NOT CHECKED"));
  CHECK(contains(said, "observed values beside simulated ones: 1;"));
  CHECK(contains(said, "40,000 t"));
  CHECK(contains(said, "46,700 t"));
  CHECK(contains(said, "+6,700 t"));
  CHECK(contains(said, "+16.75%"));
}

TEST_CASE("a planner reads the pairs in Chinese: metric, reading, figures and difference", "[app]") {
  const Scratch scratch;
  const fs::path folder =
      observing(scratch, "ob-rail,rail_tonnes,commodity=thermal-coal,2024,10000,t,x\nob-scope,rail_tonnes,haul_class=>=500,2024,1,t,x\n");
  const std::string said = said_by_run(scratch, folder, {"--lang", "zh"});
  for (const char* words : {"观测", "口径", "铁路运量", "动力煤", "1.00 万吨", "观测 ob-scope 未能比较（铁路运量 · "}) {
    INFO(words);
    CHECK(contains(said, words));
  }
  CHECK_FALSE(contains(said, "rail_tonnes"));
}

TEST_CASE("observations without a simulated counterpart are named with what did not fit", "[app]") {
  const Scratch scratch;
  const std::string said = said_by_run(scratch, observing(scratch,
                                                          "ob-early,rail_tonnes,,2022,12000,t,x\n"
                                                          "ob-scope,rail_tonnes,haul_class=>=500,2024,1,t,x\n"
                                                          "ob-unit,truck_km,basis=local_km,2024,1,t,x\n"
                                                          "ob-word,rail_tons,,2024,1,t,x\n"));
  CHECK(contains(said, "NOT CHECKED AGAINST COUNTS: observations: 4, none"));
  CHECK(contains(said, "observation ob-early not compared (rail tonnes · whole city · 2022): no simulated figure of this period"));
  CHECK(contains(said, "observation ob-scope not compared (rail tonnes · "));
  CHECK(contains(said, "no simulated row of this scope"));
  CHECK(contains(said, "observation ob-unit not compared ("));
  CHECK(contains(said, "· 2024): the units do not fit"));
  CHECK(contains(said, "observation ob-word not compared (rail_tons · whole city · 2024): no such metric"));
}

TEST_CASE("ten observations that do not fit are printed and the eleventh is counted", "[app]") {
  const Scratch scratch;
  std::string rows;
  for (int i = 0; i < 11; ++i) rows += "ob-" + std::to_string(i) + ",rail_tonnes,,2022,12000,t,x\n";
  const std::string said = said_by_run(scratch, observing(scratch, rows));
  CHECK(contains(said, "and 1 more"));
  CHECK_FALSE(contains(said_by_run(scratch, scratch / "tiny", {"--force", "--set", "observed.ob-10.period=2024"}), "more;"));
}

TEST_CASE("a year that was not simulated in full is not held against a year's count", "[app]") {
  const Scratch scratch;
  const fs::path folder = observing(scratch, "ob-rail,rail_tonnes,,2024,40000,t,railway bureau\n");
  CHECK(contains(said_by_run(scratch, folder, {"--until", "2024-12-01"}), "this year was not simulated in full"));
  CHECK(contains(said_by_run(scratch, folder, {"--until", "2025-01-01", "--force"}), "+6,700 t"));
}

TEST_CASE("an observation that a measure orders does not make a run checked", "[app]") {
  const Scratch scratch;
  // ms-slag retires 60 % of the frozen base by the end of 2024 whatever was counted.
  const std::string said =
      said_by_run(scratch, observing(scratch, "ob-slag,retired_share,segment=slag-truck;standard=china4,2024,0.6,1,x\n"));
  CHECK(contains(said, "NOT CHECKED AGAINST COUNTS: observations with a counterpart: 1, all"));
  CHECK(contains(said, "declared by: ms-slag"));
  CHECK(contains(said, "0.00 points"));
}

TEST_CASE("the report says whether it was checked, and has the pairs", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = observing(scratch, "");
  REQUIRE(ask({"assess", folder.string(), "--quick", "--out", (scratch / "bare").string(), "--lang", "zh"}).code == 0);
  const std::string bare = text_of(scratch / "bare" / "report.html");
  CHECK(contains(bare, "未经实测校核"));
  CHECK(contains(bare, "tables/observed.csv 没有任何观测值"));
  write_to(folder / "tables" / "observed.csv",
           "observed_id,metric,scope,period,value,unit,source\nob-rail,rail_tonnes,,2024,40000,t,railway bureau\n");
  const Answer answer = ask({"assess", folder.string(), "--quick", "--out", (scratch / "held").string(), "--lang", "zh"});
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "实测值 1 项与模拟值并列"));
  for (const char* said : {"铁路运输比例", "措施规定", "由定义决定", "模拟得出", "辆"}) CHECK(contains(answer.out, said));
  const std::string held = text_of(scratch / "held" / "report.html");
  CHECK(contains(held, "实测值 1 项与模拟值并列"));
  CHECK(contains(held, "观测值与模拟值对照"));
  CHECK(contains(held, "railway bureau"));
}

}  // namespace observed_test
