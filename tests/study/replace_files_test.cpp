/// Several files take their places together or not at all.
#include <catch2/catch.hpp>

#include "study/replace_files.hpp"
#include "study/text_file.hpp"
#include "tests/study/scene.hpp"

using namespace railshift::study;
using namespace railshift::studies;

TEST_CASE("new files take the places of old ones, in folders that need not exist", "[study]") {
  const Scratch scratch;
  put(scratch / "a.csv", "old");
  replace_files({{scratch / "a.csv", "new"}, {scratch / "deep" / "b.csv", "b"}});
  CHECK(read_text(scratch / "a.csv") == "new");
  CHECK(read_text(scratch / "deep" / "b.csv") == "b");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"a.csv", "deep"});
}

TEST_CASE("if one file cannot be written none is replaced and nothing is left beside them", "[study]") {
  const Scratch scratch;
  put(scratch / "a.csv", "old");
  // A folder stands where the second file would be written before it takes its place.
  std::filesystem::create_directories(scratch / "b.csv.partial" / "inside");
  CHECK_THROWS(replace_files({{scratch / "a.csv", "new"}, {scratch / "b.csv", "b"}}));
  CHECK(read_text(scratch / "a.csv") == "old");
  CHECK(names_in(scratch.path()) == std::vector<std::string>{"a.csv", "b.csv.partial"});
}
