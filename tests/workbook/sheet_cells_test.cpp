/// What stands in the cells of workbooks of different makers.
#include <catch2/catch.hpp>

#include "sim/scenario/workbook/xlsx_file.hpp"
#include "tests/support/in_chinese.hpp"
#include "tests/workbook/book.hpp"

namespace sheet_cells_test {

using namespace railshift;
using namespace railshift::scenario;
using test::kDay;
using test::kOwnDay;

namespace {

struct Read {
  Sheet sheet;
  std::vector<std::string> problems;
};

Read read(const test::Parts& parts) {
  const test::Scratch scratch;
  test::write_zip(scratch / "book.xlsx", parts);
  const XlsxFile file(scratch / "book.xlsx");
  Problems problems;
  Read out{file.read(file.sheet_names().front(), problems), {}};
  for (const Problem& p : problems.sorted()) {
    test::require_chinese(p);
    out.problems.push_back(to_string(p));
  }
  return out;
}

/// The only cell of a sheet, or the only problem.
std::string cell(const test::RawCell& raw, const std::string& shared = "", const std::string& properties = "") {
  test::Book book;
  book.set("s", "B3", raw);
  book.shared_strings(shared);
  book.workbook_properties(properties);
  const Read got = read(book.parts());
  if (!got.problems.empty()) return got.problems.front();
  if (got.sheet.rows.empty()) return "nothing";
  CHECK(got.sheet.rows.front().row == 3);
  CHECK(got.sheet.rows.front().cells.front().column == 2);
  return got.sheet.rows.front().cells.front().text;
}

}  // namespace

TEST_CASE("numbers are read as the shortest decimal that stands for them", "[workbook]") {
  CHECK(cell(test::number("1.5")) == "1.5");
  CHECK(cell(test::number("0.10000000000000001")) == "0.1");
  CHECK(cell(test::number("1E5")) == "100000");
  CHECK(cell({"t=\"n\"", "<v>-3</v>"}) == "-3");
  CHECK(cell(test::number("twelve")).find("a damaged cell") != std::string::npos);
}

TEST_CASE("texts are read from shared strings, rich text and cells, with escapes", "[workbook]") {
  const std::string shared =
      "<si><t>煤矿</t></si><si><r><t>重</t></r><r><rPr><b/></rPr><t>型</t></r><rPh sb=\"0\" eb=\"1\"><t>zhong</t></rPh></si>";
  CHECK(cell({"t=\"s\"", "<v>0</v>"}, shared) == "煤矿");
  CHECK(cell({"t=\"s\"", "<v>1</v>"}, shared) == "重型");
  CHECK(cell({"t=\"s\"", "<v>2</v>"}, shared).find("a damaged cell (\"2\")") != std::string::npos);
  CHECK(cell(test::text(" a & b ")) == " a & b ");
  CHECK(cell(test::text("one_x000D_two")) == "one\rtwo");
  CHECK(cell(test::text("one_x005F_x000D_two")) == "one_x000D_two");
  CHECK(cell(test::text("bell_x0007_")).find("control character") != std::string::npos);
  CHECK(cell({"t=\"inlineStr\"", "<is/>"}) == "nothing");
}

TEST_CASE("days, also by formats of the workbook's own and in the 1904 system, are read as YYYY-MM-DD", "[workbook]") {
  CHECK(cell(test::number("45657", kDay)) == "2024-12-31");
  CHECK(cell(test::number("45657", kOwnDay)) == "2024-12-31");
  CHECK(cell(test::number("45657")) == "45657");
  CHECK(cell(test::number("44195", kDay), "", "<workbookPr date1904=\"1\"/>") == "2024-12-31");
  CHECK(cell(test::number("45657.25", kDay)) == "2024-12-31 06:00:00");
  CHECK(cell(test::number("59", kDay)).find("the number 59 shown as a day") != std::string::npos);
  CHECK(cell({"t=\"d\"", "<v>2024-12-31T00:00:00</v>"}) == "2024-12-31");
}

TEST_CASE("formulas are read as their stored value, and refused without one", "[workbook]") {
  CHECK(cell({"", "<f>1+1</f><v>2</v>"}) == "2");
  CHECK(cell({"t=\"str\"", "<f>A1</f><v>煤</v>"}) == "煤");
  CHECK(cell({"t=\"b\"", "<v>1</v>"}) == "TRUE");
  CHECK(cell({"", "<f>1+1</f>"}).starts_with("s:3:2: a formula without a stored value"));
  // a script that wrote the formula has no value for it: an empty one, or a blank
  CHECK(cell({"", "<f>20+5</f><v></v>"}).starts_with("s:3:2: a formula without a stored value"));
  CHECK(cell({"", "<f>20+5</f><v/>"}).starts_with("s:3:2: a formula without a stored value"));
  CHECK(cell({"t=\"n\"", "<f>20+5</f><v></v>"}).starts_with("s:3:2: a formula without a stored value"));
  CHECK(cell({"t=\"str\"", "<f>A1</f>"}).starts_with("s:3:2: a formula without a stored value"));
  // a 0 of a workbook that asks to be calculated when it is opened was never worked out, other values were
  const std::string asks = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>";
  CHECK(cell({"", "<f>20+5</f><v>0</v>"}, "", asks).starts_with("s:3:2: a formula without a stored value"));
  CHECK(cell({"", "<f>20+5</f><v>25</v>"}, "", asks) == "25");
  CHECK(cell({"", "<f>20-20</f><v>0</v>"}) == "0");
  // an empty text is a result
  CHECK(cell({"t=\"str\"", "<f>\"\"</f><v></v>"}) == "nothing");
  CHECK(cell({"t=\"e\"", "<v>#N/A</v>"}).starts_with("s:3:2: the error value #N/A"));
  test::Book book;
  book.set("s", "A1", {"", "<f>1+1</f><v>2</v>"});
  book.set("s", "A2", test::number("2"));
  CHECK(read(book.parts()).sheet.formulas == 1);
}

TEST_CASE("hidden rows, cells without a reference and prefixed elements are read like others", "[workbook]") {
  test::Book book;
  book.set("s", "A1", test::number("1"));
  test::Parts parts = book.parts();
  parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
      "<x:row r=\"5\" hidden=\"1\"><x:c r=\"B5\"><x:v>7</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row>"
      "<x:row><x:c><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  const Sheet sheet = read(parts).sheet;
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows[0].row == 5);
  CHECK(sheet.rows[0].cells[0].column == 2);
  CHECK(sheet.rows[0].cells[1].column == 3);
  CHECK(sheet.rows[0].cells[1].text == "8");
  CHECK(sheet.rows[1].row == 6);
  CHECK(sheet.rows[1].cells[0].column == 1);
}

TEST_CASE("cells between empty ones keep their places", "[workbook]") {
  test::Book book;
  book.set("s", "A1", test::number("1"));
  test::Parts parts = book.parts();
  parts["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"0\"></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"/>"
      "<row r=\"3\" ht=\"12\"></row><row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>&lt;row "
      "r=\"1\"/&gt;</t></is></c></row></sheetData></worksheet>";
  const Sheet sheet = read(parts).sheet;
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows[0].cells.at(0).column == 3);
  CHECK(sheet.rows[1].row == 9);
  CHECK(sheet.rows[1].cells.at(0).text == "<row r=\"1\"/>");
}

TEST_CASE("references are read and written in letters and numbers", "[workbook]") {
  CHECK(reference_of(12, 6) == "F12");
  CHECK(reference_of(1, 26) == "Z1");
  CHECK(reference_of(1, 27) == "AA1");
  CHECK(reference_of(1048576, 16384) == "XFD1048576");
  for (const char* good : {"F12", "AA1", "XFD1048576"}) {
    CHECK(reference_of(address_of(good).row, address_of(good).column) == good);
  }
  for (const char* bad : {"", "12", "F", "F0", "F-1", "XFE1", "A1048577", "ZZZZZZZZ1", "f12", "F1 2"}) CHECK(address_of(bad).row == 0);
}

}  // namespace sheet_cells_test
