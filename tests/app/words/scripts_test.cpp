/// The scripts of the repository, called from elsewhere.
#include <catch2/catch.hpp>

#include "tests/app/cli.hpp"

namespace scripts_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// What a script answers that is called by its path from another folder.
Answer from_elsewhere(const std::string& script, const std::vector<std::string>& words) {
  const Scratch scratch;
  const fs::path root = fs::canonical(RAILSHIFT_SOURCE_DIR);
  std::vector<std::string> command = {"bash", fs::relative(root / script, fs::canonical(scratch.path())).string()};
  command.insert(command.end(), words.begin(), words.end());
  return call(command, {{}, scratch.path()});
}

}  // namespace

TEST_CASE("a script that is called from another folder with a wrong word says how to use it", "[app]") {
  const Answer gate = from_elsewhere("test.sh", {"everything"});
  CHECK(gate.code == 2);
  CHECK(gate.err.find("./test.sh quick") != std::string::npos);
  CHECK(gate.err.find("sed:") == std::string::npos);
  const Answer tidy = from_elsewhere(".ci/tidy.sh", {"everything"});
  CHECK(tidy.code == 2);
  CHECK(tidy.err.find(".ci/tidy.sh all") != std::string::npos);
  const Answer install = from_elsewhere(".ci/install.sh", {});
  CHECK(install.code == 2);
  CHECK(install.err.find(".ci/install.sh BUILD_FOLDER") != std::string::npos);
}

TEST_CASE("a patch that does not exist is named before the tree is copied", "[app]") {
  const Answer mutants = from_elsewhere("tests/mutants/run.sh", {"nowhere.patch"});
  CHECK(mutants.code == 2);
  CHECK(mutants.err.find("nowhere.patch") != std::string::npos);
}

}  // namespace scripts_test
