#include <catch2/catch.hpp>

#include "sim/scenario/records/reading/record_rows.hpp"
#include "tests/support/in_chinese.hpp"

namespace column_map_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

std::vector<std::string> errors_of(const std::string& toml) {
  Problems problems;
  (void)read_column_map(toml, "map.toml", RecordKind::gate, problems);
  std::vector<std::string> out;
  for (const Problem& problem : problems.sorted()) {
    test::require_chinese(problem);
    out.push_back(to_string(problem));
  }
  return out;
}

}  // namespace

TEST_CASE("a column map names columns, times, words and the encoding", "[records]") {
  Problems problems;
  const ColumnMap map = read_column_map(R"(encoding = "GB18030"
time = "YYYY.MM.DD"
[columns]
site = ["大门", "门"]
[words.site]
"东门" = "mine"
)",
                                        "map.toml", RecordKind::gate, problems);
  REQUIRE(problems.empty());
  CHECK(map.encoding == "GB18030");
  CHECK(map.times == std::vector<std::string>{"YYYY.MM.DD"});
  CHECK(map.meaning("site", "东门") == "mine");
  CHECK(map.meaning("site", "西门") == "西门");
  CHECK(map.columns[1].name == "site");
  CHECK(map.columns[1].headings == std::vector<std::string>{"大门", "门"});
  CHECK(map.columns[0].headings.front() == "time");  // what the map does not name stays
}

TEST_CASE("mistakes in a column map are placed", "[records]") {
  const auto unknown = errors_of("[columns]\nsiet = \"门\"\n");
  REQUIRE(unknown.size() == 1);
  CHECK(unknown.front().rfind("map.toml:2:", 0) == 0);
  CHECK(unknown.front().find("site") != std::string::npos);
  CHECK(errors_of("[columns]\nsite = 3\n").size() == 1);
  CHECK(errors_of("encoding = \"big5\"\n").size() == 1);
  CHECK(errors_of("[words.standard]\n\"V\" = 5\n").size() == 1);
  CHECK(errors_of("words = \"x\"\n").size() == 1);
  CHECK(errors_of("[words.standard]\n\"V\" = \"china5\"\n").empty());
}

}  // namespace column_map_test
