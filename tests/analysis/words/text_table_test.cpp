/// Tables on a terminal, where a Chinese character is as wide as two letters.
#include <catch2/catch.hpp>

#include "analysis/words/text_table.hpp"

namespace text_table_test {

using namespace railshift::analysis;

TEST_CASE("columns stand below each other whether their cells are Chinese or English", "[analysis]") {
  TextTable table({Align::left, Align::right, Align::left});
  table.row({std::string("指标"), std::string("数值"), std::string("说明")});
  table.row({std::string("share"), std::string("1"), std::string()});
  CHECK(table.text() ==
        "指标   数值  说明\n"
        "share     1\n");
  CHECK(table.text(2).starts_with("  指标 "));
}

TEST_CASE("a colour takes no room and a line between rows moves no column", "[analysis]") {
  TextTable table({Align::left, Align::left});
  table.row({TextCell("met", "\033[32m", "\033[0m"), std::string("a")});
  table.line("a line that is longer than both columns");
  table.row({std::string("missed"), std::string("b")});
  CHECK(table.text() ==
        "\033[32mmet\033[0m     a\n"
        "a line that is longer than both columns\n"
        "missed  b\n");
}

TEST_CASE("a table says how wide its rows are, lines between them left out", "[analysis]") {
  TextTable table({Align::left, Align::right});
  table.row({std::string("指标"), std::string("12")});
  table.line("a line that is longer than both columns");
  CHECK(table.width() == 8);  // two characters of two columns, a gap of two, two digits
}

TEST_CASE("a text is cut between words, a long word between letters", "[analysis]") {
  // 12 columns less the two points: "coal " has room, "gangue" not whole
  CHECK(cut("coal gangue", 10) == "coal..");
  CHECK(cut("coal gangue", 11) == "coal gangue");
  CHECK(cut("capacity 12.5 Mt", 14) == "capacity..");  // never inside a number
  CHECK(cut("capacity (as stated)", 13) == "capacity..");
  CHECK(cut("砂石 12.5 万吨（假设）", 12) == "砂石 12.5..");
  CHECK(cut("incomprehensibilities", 10) == "incompre..");
}

TEST_CASE("a text is cut between characters, and says so", "[analysis]") {
  CHECK(cut("铁路运输比例", 12) == "铁路运输比例");
  CHECK(cut("铁路运输比例", 11) == "铁路运输..");
  CHECK(cut("铁路运输比例", 9) == "铁路运..");
}

}  // namespace text_table_test
