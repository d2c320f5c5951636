/// A run is read again from its folder, and the world that it was made of from the run.
#include <catch2/catch.hpp>

#include "sim/core/failed.hpp"
#include "study/single_run.hpp"
#include "study/stored_run.hpp"
#include "tests/study/scene.hpp"

namespace stored_run_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

TEST_CASE("the world of a stored run is the world that ran, with its layer and settings", "[study]") {
  const Scratch scratch;
  Request request = of_tiny();
  request.layer = Layer::baseline;
  request.until = "2023-02-01";
  request.set["scenario.seed"] = "77";
  request.out = scratch / "run";
  REQUIRE(run(request, {}).folder == scratch / "run");
  const ledger::RunFile stored = open_run(scratch / "run");
  CHECK(stored.request.layer == "baseline");
  const World world = world_of(stored);
  CHECK(world.settings.seed == 77);
  CHECK(world.measures.size() == load_scenario(request.scenario, load_request(request)).world->measures.size());
  CHECK(world.measures.size() < tiny().world->measures.size());
}

TEST_CASE("a folder that is no result is refused as one that is no scenario is: what it is, what a result is, what to write", "[study]") {
  const Scratch scratch;
  put(scratch / "half" / "run.gpkg");
  const auto said = [&](const std::filesystem::path& folder) {
    const auto reasons = refusal([&] { static_cast<void>(open_run(folder)); });
    REQUIRE(reasons.size() == 1);
    return reasons.front();
  };
  const std::string a_result = " (a result is a folder with manifest.json); ";
  CHECK(said(scratch / "half") == (scratch / "half").string() + ": there is no manifest.json here" + a_result +
                                      "correct the path; what was interrupted can be run again");
  CHECK(said(scratch / "none") == (scratch / "none").string() + ": there is no such folder" + a_result + "correct the path");
  CHECK(said(scratch / "half" / "run.gpkg").find(": it is a file, not a folder" + a_result + "correct the path") != std::string::npos);
  CHECK(said(of_tiny().scenario).find(": it is a scenario" + a_result + "run it with railshift run or assess") != std::string::npos);
  put(scratch / "whole" / "manifest.json");
  put(scratch / "whole" / "metrics.csv");
  CHECK(said(scratch / "whole" / "metrics.csv").ends_with("name the folder that it lies in: " + (scratch / "whole").string()));
}

TEST_CASE("a stored run of an unknown layer or of damaged inputs is an error", "[study]") {
  ledger::RunFile stored;
  stored.request.scenario_folder_name = "tiny";
  stored.request.layer = "plans";
  CHECK_THROWS_WITH(world_of(stored), Catch::Contains("plans"));
  stored.request.layer = "plan";
  CHECK_THROWS_WITH(world_of(stored), Catch::Contains("no longer load"));
  try {
    static_cast<void>(world_of(stored));
    FAIL("damaged inputs do not load");
  } catch (const std::exception& e) {
    CHECK(words_of(e).zh.find("运行文件中保存的输入已不能读入：") == 0);
  }
}

TEST_CASE("a run file that cannot be read says why in both languages", "[study]") {
  const Scratch scratch;
  put(scratch / "run.gpkg");
  const auto said = [](const std::filesystem::path& file) {
    try {
      static_cast<void>(ledger::read_run_file(file));
    } catch (const std::exception& e) {
      return words_of(e);
    }
    return Words{};
  };
  CHECK(said(scratch / "none.gpkg").zh == (scratch / "none.gpkg").string() + " 不是完整的运行文件：文件不存在");
  CHECK(said(scratch / "none.gpkg").en == (scratch / "none.gpkg").string() + " is not a complete run file: it does not exist");
  CHECK(said(scratch / "run.gpkg").zh.find("不是完整的运行文件：") != std::string::npos);
}

TEST_CASE("layers have the names that results use, and what_if is none to run", "[study]") {
  CHECK(layer_named("baseline") == Layer::baseline);
  CHECK(layer_named("plan") == Layer::plan);
  CHECK_FALSE(layer_named("what_if"));
  CHECK_FALSE(layer_named("Plan"));
  CHECK(name_of(Layer::baseline) == "baseline");
}

}  // namespace stored_run_test
