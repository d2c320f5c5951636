/// A run is read again from its folder, and the world that it was made of from the run.
#include <catch2/catch.hpp>

#include "sim/core/failed.hpp"
#include "study/single_run.hpp"
#include "study/stored_run.hpp"
#include "tests/study/scene.hpp"

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

TEST_CASE("a folder without a manifest is no run", "[study]") {
  const Scratch scratch;
  put(scratch / "half" / "run.gpkg");
  const auto said = refusal([&] { static_cast<void>(open_run(scratch / "half")); });
  CHECK(said == std::vector<std::string>{(scratch / "half").string() + " is not a complete run (no manifest.json)"});
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
