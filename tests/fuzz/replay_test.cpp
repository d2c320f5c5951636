/// The kept inputs and what becomes of them when bytes change: every reader ends in a value or in messages, never in a crash.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/mutator.hpp"
#include "tests/fuzz/targets.hpp"

using namespace railshift::fuzz;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> kept(const std::string& target) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(RAILSHIFT_SOURCE_DIR) / "tests/fuzz/corpus" / target))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void replay(const std::string& name) {
  const auto target = std::find_if(targets().begin(), targets().end(), [&name](const Target& t) { return t.name == name; });
  REQUIRE(target != targets().end());
  const std::vector<fs::path> files = kept(name);
  REQUIRE(files.size() >= 5);
  bool any_value = false;
  for (const fs::path& file : files) {
    INFO(file.filename());
    const std::string bytes = bytes_of(file);
    Ended ended = Ended::unread;
    REQUIRE_NOTHROW(ended = target->read(bytes));
    CHECK(ended != Ended::unread);
    any_value = any_value || ended == Ended::in_value;
    for (int seed = 1; seed <= target->mutants; ++seed) {
      INFO("seed " << seed);
      REQUIRE_NOTHROW(target->read(mutated(bytes, static_cast<unsigned>(seed))));
    }
  }
  CHECK(any_value);  // else the reader stops at the first thing that it looks at
}

}  // namespace

TEST_CASE("kept scenario files and changes of them end in a world or in messages", "[fuzz]") { replay("toml"); }
TEST_CASE("kept tables and changes of them end in a world or in messages", "[fuzz]") { replay("csv"); }
TEST_CASE("kept parts of workbooks and changes of them end in tables or in messages", "[fuzz]") { replay("xlsx"); }
TEST_CASE("kept gate logs and changes of them end in rows or in messages", "[fuzz]") { replay("gate"); }
TEST_CASE("kept rail statistics and changes of them end in rows or in messages", "[fuzz]") { replay("rail-monthly"); }
TEST_CASE("kept registers and changes of them end in rows or in messages", "[fuzz]") { replay("register"); }
TEST_CASE("the same number makes the same change", "[fuzz]") {
  CHECK(mutated("门禁,1\n", 7) == mutated("门禁,1\n", 7));
  CHECK(mutated("门禁,1\n", 7) != mutated("门禁,1\n", 8));
}
