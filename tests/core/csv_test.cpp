#include <catch2/catch.hpp>

#include "sim/core/csv.hpp"

namespace csv_test {

using namespace railshift;

TEST_CASE("quoted cells may hold commas, doubled quotes and line breaks, and keep their place", "[core]") {
  Problems problems;
  const auto rows = read_csv("a,b\r\n\"1,2\",\"say \"\"煤\"\"\nnext\"\r\n煤炭,x\n", "t.csv", problems);
  REQUIRE(problems.empty());
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].cells[0].text == "1,2");
  CHECK(rows[1].cells[1].text == "say \"煤\"\nnext");
  CHECK(rows[1].cells[1].column == 7);  // after "1,2", with its quotes
  CHECK(rows[2].line == 4);             // the cell before took two lines
  CHECK(rows[2].cells[1].column == 4);  // 煤, 炭, comma
}

TEST_CASE("empty lines and rows of empty cells are left out, empty cells are kept", "[core]") {
  Problems problems;
  const auto rows = read_csv("a,b\n\n,\nx,\n", "t.csv", problems);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].line == 4);
  REQUIRE(rows[1].cells.size() == 2);
  CHECK(rows[1].cells[1].text.empty());
}

TEST_CASE("a last line without line end counts", "[core]") {
  Problems problems;
  const auto rows = read_csv("a,b\nx,y", "t.csv", problems);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].cells[1].text == "y");
}

TEST_CASE("broken quoting is reported with its place", "[core]") {
  Problems problems;
  (void)read_csv("a,b\nx\"y,1\n\"q\"z,1\n1,\"open\n", "t.csv", problems);
  const auto all = problems.sorted();
  REQUIRE(all.size() == 3);
  CHECK(to_string(all[0]).substr(0, 10) == "t.csv:2:2:");
  CHECK(to_string(all[1]).substr(0, 10) == "t.csv:3:4:");
  CHECK(to_string(all[2]).substr(0, 10) == "t.csv:4:3:");
}

TEST_CASE("no text of a result begins as a formula does, and every text is read back as it was", "[core]") {
  const auto [text, cell] = GENERATE(table<std::string, std::string>({
      {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
      {"+86 351", "'+86 351"},
      {"-按2020年", "'-按2020年"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\ttab", "'\ttab"},
      {"＝1+1", "'＝1+1"},  // full width, as a Chinese keyboard writes it
      {"＠厂", "'＠厂"},
      {"'=1", "''=1"},  // an apostrophe of the text stays one
      {"=a,b", "\"'=a,b\""},
      {"=", "="},  // one sign is no formula: the operator of a target
      {">=", ">="},
      {"-3.5", "-3.5"},
      {"-1e-07", "-1e-07"},
      {"-", "-"},
      {"'quoted'", "'quoted'"},
      {" =1", " =1"},
      {"a=1", "a=1"},
      {"", ""},
  }));
  INFO(text);
  CHECK(csv_result_cell(text) == cell);
  Problems problems;
  const auto rows = read_result_csv("h,i\n" + csv_result_cell(text) + ",x\n", "t.csv", problems);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].cells[0].text == text);
}

TEST_CASE("a table of a scenario is written as it is, formula signs and all", "[core]") { CHECK(csv_cell("=1+1") == "=1+1"); }

TEST_CASE("what is written can be read again", "[core]") {
  for (const std::string text : {"plain", "with, comma", "with \"quote\"", "two\nlines", "煤"}) {
    Problems problems;
    const auto rows = read_csv("h\n" + csv_cell(text) + "\n", "t.csv", problems);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].cells[0].text == text);
    CHECK(problems.empty());
  }
}

}  // namespace csv_test
