#include "sim/scenario/fields/table.hpp"

#include <catch2/catch.hpp>

#include "tests/support/in_chinese.hpp"

namespace table_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

TableSpec spec() {
  TableSpec s{"flows", Folder::tables, "货流", "flows", {"flow_id"}, "valid_from"};
  s.fields = {id("flow_id", "", ""),
              date("valid_from", "", ""),
              share("share", "", "").with_range(),
              text("note", "", "").if_given(),
              number("low", "", "").optional(),
              number("high", "", "").optional(),
              text("source", "", "").optional(),
              text("reason", "", "").optional()};
  return s;
}

struct Read {
  Problems problems;
  RawTable table;
  explicit Read(const std::string& csv) : table(read_table(spec(), "flows.csv", csv, problems)) {}
  [[nodiscard]] std::vector<std::string> said() const {
    std::vector<std::string> out;
    for (const Problem& p : problems.sorted()) {
      test::require_chinese(p);
      out.push_back(to_string(p));
    }
    return out;
  }
};

const std::string kHeader = "flow_id,valid_from,share,low,high,source,reason\n";

/// What is said about one row with this share, low, high, source and reason.
std::vector<Problem> judged(const std::string& row, Standing standing, std::optional<double> low, std::optional<double> high) {
  Read read(kHeader + "a,2020-01-01," + row + "\n");
  REQUIRE(read.said().empty());
  const auto text = [&](const char* column) { return read.table.cell(read.table.rows[0], column).text; };
  const KeyBook keys;
  Problems problems;
  Decoder decoder(keys, problems);
  check_provenance(read.table, read.table.rows[0], {low, high, standing, text("source"), text("reason")}, decoder);
  for (const Problem& problem : problems.as_added()) test::require_chinese(problem);
  return problems.sorted();
}

}  // namespace

TEST_CASE("a table stands in the folder of its kind", "[scenario]") {
  TableSpec s = spec();
  CHECK(s.path("../parameters") == "tables/flows.csv");
  s.folder = Folder::network;
  CHECK(s.path("../parameters") == "network/flows.csv");
  s.folder = Folder::parameters;
  CHECK(s.path("../parameters") == "../parameters/flows.csv");
}

TEST_CASE("rows are sorted by id and day, and columns are found by name", "[scenario]") {
  const Read read("share,flow_id,valid_from,low,high,source,reason\n0.3,b,2020-01-01,,,,\n0.2,a,2021-01-01,,,,\n0.1,a,2020-01-01,,,,\n");
  REQUIRE(read.said().empty());
  REQUIRE(read.table.rows.size() == 3);
  CHECK(read.table.readable);
  CHECK(read.table.rows[0].key == "a@2020-01-01");
  CHECK(read.table.rows[1].key == "a@2021-01-01");
  CHECK(read.table.rows[2].id == "b");
  CHECK(read.table.cell(read.table.rows[0], "share").text == "0.1");
  CHECK(read.table.place("a", "share") == Place{"flows.csv", 4, 1});
  CHECK(read.table.place("c", "share") == Place{"flows.csv", 0, 0});
}

TEST_CASE("unknown, repeated and missing columns are told, a column that may be left out is not missed", "[scenario]") {
  CHECK(Read("flow_id,valid_from,sharr,low,high,source,reason\n").said().size() == 1);  // share is missing: renamed
  CHECK(Read("flow_id,valid_from,share,share,low,high,source,reason\n").said().at(0).find("stands twice") != std::string::npos);
  CHECK(Read("flow_id,valid_from,share,note,low,high,source,reason\n").said().empty());
  CHECK(Read(kHeader).said().empty());
  const Read no_key("valid_from,share,low,high,source,reason\n2020-01-01,1,,,,\n");
  CHECK(no_key.said().size() == 1);
  CHECK_FALSE(no_key.table.readable);
  const Read empty("");
  CHECK(empty.said().at(0).find("the file is empty") != std::string::npos);
  CHECK_FALSE(empty.table.readable);
}

TEST_CASE("a row of another length is told once and not read", "[scenario]") {
  const Read read(kHeader + "a,2020-01-01,1\n");
  REQUIRE(read.said().size() == 1);
  CHECK(read.said()[0].find("the row has 3 cells (the header has 7 columns)") != std::string::npos);
  CHECK(read.table.rows.empty());
}

TEST_CASE("one id may stand on two days, but not twice on one", "[scenario]") {
  Read read(kHeader + "a,2020-01-01,0.1,,,,\na,2021-01-01,0.2,,,,\na,2020-01-01,0.3,,,,\n");
  drop_duplicates(read.table, read.problems);
  REQUIRE(read.said().size() == 1);
  CHECK(read.said()[0].find("flows.csv:4:1: \"a@2020-01-01\" again (ids of flows are unique; first in line 2)") == 0);
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.table.cell(read.table.rows[0], "share").text == "0.1");
}

TEST_CASE("a published number has a source, any other one a reason", "[scenario]") {
  CHECK(judged("0.5,,,page 3,", Standing::published, {}, {}).empty());
  CHECK(judged("0.5,,,,why", Standing::published, {}, {}).at(0).found.en == "source is empty");
  CHECK(judged("0.5,,,,why", Standing::derived, {}, {}).empty());
  CHECK(judged("0.5,,,page 3,", Standing::derived, {}, {}).at(0).found.en == "reason is empty");
}

TEST_CASE("an assumed number has both ends of its range, unless there is nothing to vary", "[scenario]") {
  CHECK(judged("0.5,0.4,0.6,,r", Standing::assumed, 0.4, 0.6).empty());
  CHECK(judged("0.5,,0.6,,r", Standing::assumed, {}, 0.6).at(0).found.en == "low is empty");
  CHECK(judged("0.5,0.4,,,r", Standing::assumed, 0.4, {}).at(0).found.en == "high is empty");
  CHECK(judged("0,,,,r", Standing::assumed, {}, {}).empty());
  CHECK(judged("1,,,,r", Standing::assumed, {}, {}).empty());  // the whole of a share
  CHECK(judged("0.5,,,,r", Standing::derived, {}, {}).empty());
}

TEST_CASE("a number lies in its range, both ends included, and low is not above high", "[scenario]") {
  CHECK(judged("0.4,0.4,0.6,,r", Standing::assumed, 0.4, 0.6).empty());
  CHECK(judged("0.6,0.4,0.6,,r", Standing::assumed, 0.4, 0.6).empty());
  CHECK(judged("0.39,0.4,0.6,,r", Standing::assumed, 0.4, 0.6).at(0).found.en == "share is \"0.39\"");
  CHECK(judged("0.61,0.4,0.6,,r", Standing::assumed, 0.4, 0.6).at(0).found.en == "share is \"0.61\"");
  CHECK(judged("0.5,0.6,0.4,,r", Standing::assumed, 0.6, 0.4).at(0).accept.en == "swap them");
  CHECK(judged("0.5,0.5,0.5,,r", Standing::assumed, 0.5, 0.5).empty());
}

}  // namespace table_test
