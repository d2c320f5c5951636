/// The small parts of a workbook: places in a sheet, empty cells, titles of columns.
#include <catch2/catch.hpp>

#include "sim/scenario/workbook/empty_cells.hpp"
#include "sim/scenario/workbook/headings.hpp"
#include "sim/scenario/workbook/sheet.hpp"

namespace workbook_parts_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

std::pair<int, int> address(const std::string& reference) {
  const CellAddress at = address_of(reference);
  return {at.row, at.column};
}

using Place2 = std::pair<int, int>;

}  // namespace

TEST_CASE("columns count A to Z, then AA, up to XFD", "[workbook]") {
  CHECK(address("A1") == Place2{1, 1});
  CHECK(address("Z9") == Place2{9, 26});
  CHECK(address("AA10") == Place2{10, 27});
  CHECK(address("XFD1048576") == Place2{1'048'576, 16'384});
  for (const int column : {1, 26, 27, 52, 702, 703, 16'384}) {
    CHECK(address(reference_of(7, column)) == Place2{7, column});
  }
  CHECK(reference_of(12, 6) == "F12");
  CHECK(reference_of(1, 702) == "ZZ1");
}

TEST_CASE("what lies outside a sheet or is no reference has no place", "[workbook]") {
  for (const std::string wrong : {"XFE1", "A1048577", "A0", "12", "F", "f12", "F-1", "F1.5", "", "F12G"}) {
    INFO(wrong);
    CHECK(address(wrong) == Place2{0, 0});
  }
}

TEST_CASE("a place in a sheet is told as users see it", "[workbook]") {
  CHECK(sheet_place({"货流", 12, 6}) == "货流!F12");
  CHECK(sheet_place({"货流", 12, 0}) == "货流!A12");
  CHECK(sheet_place({"货流", 0, 0}) == "货流");
}

TEST_CASE("cells and rows that hold nothing are dropped, those that hold something are kept byte for byte", "[workbook]") {
  const std::string full = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>";
  CHECK(without_empty_cells(full) == full);
  CHECK(without_empty_cells("<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"B1\" s=\"3\"/></row>") == full);
  CHECK(without_empty_cells(full + "<row r=\"2\" spans=\"1:9\"/>") == full);
  CHECK(without_empty_cells(full + "<row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\"></c></row>") == full);
}

TEST_CASE("an element without a reference stays, since those behind it count from it", "[workbook]") {
  const std::string counted = "<row><c/><c><v>5</v></c></row>";
  CHECK(without_empty_cells(counted) == counted);
}

TEST_CASE("columns that share a Chinese title have their name behind it", "[workbook]") {
  TableSpec spec{"t", Folder::tables, "表", "table", {"a"}, ""};
  spec.fields = {id("a", "代码", ""), text("low", "下限", ""), text("b", "名称", ""), text("c", "名称", "")};
  CHECK(column_titles(spec) == std::vector<std::string>{"代码", "下限", "名称（b）", "名称（c）"});
  CHECK(sheet_name(spec) == "表");
}

TEST_CASE("what a column accepts is told in Chinese, with its range", "[workbook]") {
  CHECK(accepted_zh(yes_no("x", "", "")).find("是 或 否") != std::string::npos);
  CHECK(accepted_zh(date("x", "", "")).find("日期，如 2024-12-31") != std::string::npos);
  const std::string required = accepted_zh(number("x", "", ""));
  const std::string optional = accepted_zh(number("x", "", "").optional());
  CHECK(required != optional);
  CHECK(accepted_zh(number("x", "", "").at_least(0)) != accepted_zh(number("x", "", "")));
}

}  // namespace workbook_parts_test
