/// How a workbook of tables prints.
#include <catch2/catch.hpp>

#include "sim/scenario/workbook/export_workbook.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"
#include "tests/workbook/book.hpp"

namespace print_test {

using namespace railshift;
using namespace railshift::test;

namespace {

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++n;
  return n;
}

}  // namespace

TEST_CASE("every sheet of a workbook prints one page wide, tables with their headings on every page", "[workbook]") {
  const Scratch scratch;
  Problems problems;
  const auto exported = scenario::export_workbook(files_of("tiny"), scratch / "out.xlsx", problems);
  REQUIRE(problems.empty());
  const scenario::ZipParts parts(scratch / "out.xlsx");
  int sheets = 0, across = 0;
  for (int n = 1; parts.has("xl/worksheets/sheet" + std::to_string(n) + ".xml"); ++n) {
    const std::string sheet = parts.read("xl/worksheets/sheet" + std::to_string(n) + ".xml");
    INFO(n);
    CHECK(count_of(sheet, "<pageSetUpPr fitToPage=\"1\"/>") == 1);
    CHECK(count_of(sheet, "paperSize=\"9\"") + count_of(sheet, "paperSize=\"8\"") == 1);
    CHECK(count_of(sheet, "fitToHeight=\"0\"") == 1);
    CHECK(count_of(sheet, "&amp;P / &amp;N") == 1);
    across += static_cast<int>(count_of(sheet, "orientation=\"landscape\""));
    ++sheets;
  }
  CHECK(sheets == exported.sheets + 2);  // notes and lists of words
  CHECK(across >= 10);
  CHECK(across < sheets);  // the notes are upright
  // titles, units, what is accepted and names: four rows of each table, one of the words
  const std::string book = parts.read("xl/workbook.xml");
  CHECK(count_of(book, "_xlnm.Print_Titles") == static_cast<std::size_t>(exported.sheets) + 1);
  CHECK(count_of(book, "!$1:$4<") == static_cast<std::size_t>(exported.sheets));
}

}  // namespace print_test
