/// A wrong folder is one mistake, with its cause and where the scenario is.
#include "sim/scenario/load/no_scenario.hpp"

#include <unistd.h>

#include <fstream>

#include "sim/scenario/load/load.hpp"
#include "tests/scenario/errors.hpp"

namespace no_scenario_test {

using namespace railshift;
using namespace railshift::test;
namespace fs = std::filesystem;

namespace {

/// Folders of one test, removed when it ends.
struct Town {
  fs::path root = fs::temp_directory_path() / ("railshift-no-scenario-" + std::to_string(::getpid()));
  Town() { fs::remove_all(root); }
  ~Town() { fs::remove_all(root); }
  /// An empty file with the folders above it.
  void file(const std::string& name, const std::string& text = "") const {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << text;
  }
  void folder(const std::string& name) const { fs::create_directories(root / name); }
  [[nodiscard]] std::string at(const std::string& name) const { return (root / name).generic_string(); }
  /// What loading it says: one line, without the rule.
  [[nodiscard]] std::string said(const std::string& name) const {
    const auto problems = scenario::load(root / name, {}).problems.sorted();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].rule.en == "a scenario is a folder with scenario.toml");
    CHECK(problems[0].place.file == at(name));
    require_chinese(problems[0]);
    return problems[0].found.en + "; " + problems[0].accept.en;
  }
};

}  // namespace

TEST_CASE("a folder of tables is told by the scenario above it", "[scenario]") {
  const Town town;
  town.file("city/scenario.toml");
  town.file("city/tables/flows.csv");
  town.folder("city/tables/old");
  CHECK(town.said("city/tables") == "there is no scenario.toml here; the scenario is one folder up: " + town.at("city"));
  CHECK(town.said("city/tables/") == "there is no scenario.toml here; the scenario is one folder up: " + town.at("city"));
  CHECK(town.said("city/tables/old") == "there is no scenario.toml here; the scenario is 2 folders up: " + town.at("city"));
  CHECK(town.said("city/scenario.toml") == "it is a file, not a folder; the scenario is one folder up: " + town.at("city"));
}

TEST_CASE("a folder of scenarios is told by those in it", "[scenario]") {
  const Town town;
  town.file("all/a/scenario.toml");
  CHECK(town.said("all") == "there is no scenario.toml here; name the scenario in it: " + town.at("all/a"));
  town.file("all/b/scenario.toml");
  town.folder("all/parameters");
  CHECK(town.said("all") ==
        "there is no scenario.toml here; name one of the scenarios in it: " + town.at("all/a") + ", " + town.at("all/b"));
  fs::rename(town.root / "all", town.root / "deep");
  town.folder("above");
  fs::rename(town.root / "deep", town.root / "above" / "deep");
  CHECK(town.said("above").find("name one of the scenarios in it: " + town.at("above/deep/a")) != std::string::npos);
  for (const std::string more : {"c", "d", "e", "f"}) town.file("above/deep/" + more + "/scenario.toml");
  CHECK(town.said("above/deep").ends_with(town.at("above/deep/e") + ", ..."));
}

TEST_CASE("a name with a slip is told by the scenario beside it", "[scenario]") {
  const Town town;
  town.file("all/taiyuan/scenario.toml");
  town.folder("all/parameters");
  CHECK(town.said("all/tayuan") == "there is no such folder; did you mean " + town.at("all/taiyuan") + "?");
  CHECK(town.said("all/parameters") ==
        "there is no scenario.toml here; name a scenario, such as those beside it: " + town.at("all/taiyuan"));
}

TEST_CASE("a folder of results is told as one, and a folder without anything by how a scenario begins", "[scenario]") {
  const Town town;
  town.file("run/manifest.json", "{\n \"format\": \"railshift result 1\"\n}\n");
  CHECK(town.said("run") == "it is a folder of results; name the scenario that they were made from; railshift audit is what reads results");
  town.file("other/manifest.json", "{\n \"manifest_version\": 3\n}\n");
  CHECK(town.said("other") == "there is no scenario.toml here; correct the path, or begin a scenario with railshift new");
}

TEST_CASE("a scenario whose scenario.toml cannot be read is one", "[scenario]") {
  const Town town;
  town.folder("city/scenario.toml");
  CHECK_FALSE(scenario::no_scenario(town.root / "city"));
  fs::remove(town.root / "city/scenario.toml");
  fs::create_symlink("gone.toml", town.root / "city/scenario.toml");
  CHECK_FALSE(scenario::no_scenario(town.root / "city"));
  CHECK(scenario::no_scenario(town.root / "nowhere"));
}

}  // namespace no_scenario_test
