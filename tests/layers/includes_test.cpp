/// Includes point one way: a layer sees only what stands below it.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include <fmt/format.h>

#include "tests/layers/sources.hpp"

namespace includes_test {

using namespace railshift::layers;

namespace {

/// What each layer may include besides itself.
const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::set<std::string> below_study = {"sim/core",     "sim/model",  "sim/policy", "sim/rules",    "sim/ledger",
                                                    "sim/scenario", "sim/kernel", "sim/engine", "sim/ensemble", "analysis"};
  static const std::set<std::string> below_app = [] {
    std::set<std::string> all = below_study;
    all.insert("study");
    return all;
  }();
  static const std::map<std::string, std::set<std::string>> layers = {
      {"sim/core", {}},
      {"sim/model", {"sim/core"}},
      {"sim/policy", {"sim/core", "sim/model"}},
      {"sim/rules", {"sim/core", "sim/model", "sim/policy"}},
      {"sim/ledger", {"sim/core", "sim/model", "sim/policy"}},
      {"sim/scenario", {"sim/core", "sim/model", "sim/policy", "sim/rules"}},
      {"sim/kernel", {"sim/core"}},
      {"sim/engine", {"sim/core", "sim/model", "sim/policy", "sim/rules", "sim/ledger", "sim/kernel"}},
      {"sim/ensemble", {"sim/core", "sim/model", "sim/policy", "sim/rules", "sim/ledger", "sim/scenario"}},
      {"analysis", {"sim/core", "sim/model", "sim/policy", "sim/rules", "sim/ledger"}},
      {"study", below_study},
      {"app", below_app}};
  return layers;
}

/// The layer of a path of ours: "sim/core/date.hpp" -> "sim/core", "analysis/report/html.hpp" -> "analysis".
std::string layer_of(const std::string& path) {
  const auto first = path.find('/');
  if (path.substr(0, first) != "sim") return path.substr(0, first);
  return path.substr(0, path.find('/', first + 1));
}

std::string at(const Source& source, int line) { return fmt::format("{}:{}", source.path, line); }

}  // namespace

TEST_CASE("every source file belongs to a layer, and includes name their layer from the repository root", "[layers]") {
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    INFO(source.path);
    CHECK(allowed().count(layer_of(source.path)) == 1);
    for (const Include& include : source.includes) {
      if (include.target.front() == '<') continue;
      INFO(at(source, include.line) << " " << include.target);
      CHECK(allowed().count(layer_of(include.target)) == 1);
    }
  }
}

TEST_CASE("a layer includes only what stands below it", "[layers]") {
  int seen = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    const std::string own = layer_of(source.path);
    for (const Include& include : source.includes) {
      if (include.target.front() == '<') continue;
      const std::string other = layer_of(include.target);
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK((other == own || allowed().at(own).count(other) == 1));
      ++seen;
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("SimGrid is seen by the kernel and its tests alone", "[layers]") {
  int seen = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "tests", "bench"})) {
    for (const Include& include : source.includes) {
      if (!include.target.starts_with("<simgrid") && !include.target.starts_with("<xbt")) continue;
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK((source.in("sim/kernel") || source.in("tests/kernel")));
      ++seen;
    }
  }
  CHECK(seen > 3);
}

TEST_CASE("the solvers of programmes are seen by the sources of one folder alone", "[layers]") {
  int seen = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "tests", "bench"})) {
    for (const Include& include : source.includes) {
      const bool solver = include.target.starts_with("<Clp") || include.target.starts_with("<Cbc") || include.target.starts_with("<Osi") ||
                          include.target.starts_with("<Coin") || include.target.starts_with("<coin/");
      if (!solver) continue;
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK(source.in("analysis/programme"));
      ++seen;
    }
  }
  CHECK(seen > 3);
}

TEST_CASE("the statistics know numbers alone, and nobody else sees their libraries", "[layers]") {
  int own = 0, libraries = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "tests", "bench"})) {
    for (const Include& include : source.includes) {
      INFO(at(source, include.line) << " includes " << include.target);
      if (include.target.starts_with("<Eigen") || include.target.starts_with("<nlopt")) {
        CHECK(source.in("analysis/statistics"));
        ++libraries;
      }
      if (!source.in("analysis/statistics") || include.target.front() == '<') continue;
      CHECK((include.target.starts_with("analysis/statistics/") || include.target.starts_with("sim/core/")));
      ++own;
    }
  }
  CHECK(own > 20);
  CHECK(libraries == 3);  // Eigen of processes and regressions, NLopt
}

TEST_CASE("the report model and its writers know no world and no run", "[layers]") {
  int seen = 0;
  for (const Source& source : sources_under({"analysis/document", "analysis/writers"})) {
    for (const Include& include : source.includes) {
      if (include.target.front() == '<') continue;
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK((include.target.starts_with("analysis/document/") || include.target.starts_with("analysis/writers/") ||
             include.target.starts_with("sim/core/")));
      ++seen;
    }
  }
  CHECK(seen > 20);
}

TEST_CASE("the clock, the calendar and every other header of the project hide SimGrid", "[layers]") {
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    if (!source.header()) continue;
    for (const Include& include : source.includes) {
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK_FALSE(include.target.starts_with("<simgrid"));
    }
  }
}

TEST_CASE("Boost.Program_options is seen by the sources of the command line alone", "[layers]") {
  int seen = 0;
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    for (const Include& include : source.includes) {
      if (!include.target.starts_with("<boost/program_options")) continue;
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK(source.path == "app/options.hpp");
      ++seen;
    }
    if (!source.header() || source.path == "app/options.hpp") continue;
    for (const Include& include : source.includes) {
      INFO(at(source, include.line) << " includes " << include.target);
      CHECK(include.target != "app/options.hpp");
    }
  }
  CHECK(seen == 1);
}

TEST_CASE("headers that take long to compile stay out of headers", "[layers]") {
  static const std::vector<std::string> heavy = {"<nlohmann", "<toml++",     "<catch2", "<boost/graph", "<boost/program_options",
                                                 "<pugixml",  "<xlsxwriter", "<zip.h",  "<Eigen",       "<nlopt"};
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    if (!source.header() || source.path == "app/options.hpp") continue;
    for (const Include& include : source.includes) {
      for (const std::string& start : heavy) {
        INFO(at(source, include.line) << " includes " << include.target);
        CHECK_FALSE(include.target.starts_with(start));
      }
    }
  }
}

}  // namespace includes_test
