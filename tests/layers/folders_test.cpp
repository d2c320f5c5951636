/// Folders inside a layer point one way too, and none is a heap.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/layers/sources.hpp"

namespace folders_test {

using namespace railshift::layers;

namespace {

/// The folders of each layer that has several, lower first: a folder sees itself and those before it.
const std::map<std::string, std::vector<std::string>>& order() {
  static const std::map<std::string, std::vector<std::string>> folders = {
      {"sim/core", {"", "files"}},
      {"sim/rules", {"goods", "belts", "capacity", "rail", "past", "register", "roads", "work", "prices", "compared"}},
      {"sim/scenario",
       {"toml", "fields", "measures", "tables", "check", "uncertainty", "load", "difference", "workbook", "records/reading", "records",
        "records/gate", "tracking", "schema"}},
      {"sim/engine", {"base", "places", "loads", "fleet", "rail", "", "months"}},
      {"analysis",
       {"document",    "writers/html",   "writers/office", "writers/docx", "writers/xlsx", "writers/csv", "statistics",  "programme",
        "metrics",     "accepted",       "firms",          "emissions",    "costs",        "audit",       "judge",       "contributions",
        "map",         "levers",         "chances",        "tracking",     "schedule",     "loads",       "sheets",      "ceiling",
        "compare",     "look/figures",   "operations",     "brief",        "words/areas",  "words",       "words/brief", "words/tracking",
        "report",      "report/answers", "report/brief",   "report/costs", "report/fleet", "report/rail", "look/flags",  "look/tables",
        "look/output", "across",         "chains"}},
      {"study", {"results", "tables", "plans", "", "again", "trace", "sensitivity", "members", "assess", "studies", "tracking", "reports"}},
      {"app", {"", "import", "reading", "study", "tools"}}};
  return folders;
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// The place of a folder in the order of its layer; nothing if it is not of this layer, -1 if the layer does not know it.
std::optional<int> rank(const std::string& layer, const std::string& folder) {
  if (folder != layer && !folder.starts_with(layer + "/")) return std::nullopt;
  const std::string inside = folder == layer ? "" : folder.substr(layer.size() + 1);
  const auto& folders = order().at(layer);
  const auto at = std::find(folders.begin(), folders.end(), inside);
  return at == folders.end() ? -1 : static_cast<int>(at - folders.begin());
}

}  // namespace

TEST_CASE("inside a layer no folder includes one that stands above it", "[layers]") {
  int seen = 0;
  for (const auto& [layer, folders] : order()) {
    for (const Source& source : sources_under({layer})) {
      const auto own = rank(layer, folder_of(source.path));
      INFO(source.path);
      REQUIRE((own && *own >= 0));
      for (const Include& include : source.includes) {
        const auto other = rank(layer, folder_of(include.target));
        if (!other) continue;
        INFO(source.path << ":" << include.line << " includes " << include.target);
        CHECK(*other >= 0);
        CHECK(*other <= *own);
        ++seen;
      }
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("no folder holds more than twenty sources", "[layers]") {
  std::map<std::string, int> sources;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "bench", "tests"})) {
    if (!source.header()) ++sources[folder_of(source.path)];
  }
  CHECK(sources.count("tests/app") == 1);
  for (const auto& [folder, count] : sources) {
    INFO(folder);
    CHECK(count <= 20);
  }
}

}  // namespace folders_test
