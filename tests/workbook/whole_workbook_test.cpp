/// A workbook of which a part was not written is noticed before it takes its place.
#include <catch2/catch.hpp>

#include "sim/scenario/workbook/whole_workbook.hpp"
#include "sim/scenario/workbook/xlsx_writer.hpp"
#include "tests/workbook/book.hpp"

namespace whole_workbook_test {

using namespace railshift;
using namespace railshift::scenario;
using namespace railshift::test;

namespace {

/// Two sheets with five cells, one text of them twice.
std::filesystem::path workbook_in(const Scratch& scratch) {
  XlsxWriter writer(scratch / "a.xlsx");
  writer.start_sheet("one");
  writer.text(1, 1, "coal", Look::text);
  writer.text(2, 1, "ore", Look::text);
  writer.number(2, 2, 5, Look::number);
  writer.start_sheet("two");
  writer.text(1, 1, "coal", Look::text);
  writer.number(3, 1, 7, Look::number);
  writer.close();
  return scratch / "a.xlsx";
}

}  // namespace

TEST_CASE("a workbook with all its cells is whole, with one less or more it is not", "[workbook]") {
  const Scratch scratch;
  const auto file = workbook_in(scratch);
  CHECK_NOTHROW(require_whole_workbook(file, 5));
  CHECK_THROWS_WITH(require_whole_workbook(file, 6), Catch::EndsWith("a.xlsx: the workbook is not whole: 5 of 6 cells"));
  CHECK_THROWS(require_whole_workbook(file, 4));
}

TEST_CASE("a workbook that was cut off, or in which a byte was lost, is not whole", "[workbook]") {
  const Scratch scratch;
  const auto file = workbook_in(scratch);
  const std::string bytes = bytes_of(file);
  for (const double share : {0.0, 0.3, 0.6, 0.9, 0.999}) {
    INFO(share);
    write_bytes(file, bytes.substr(0, static_cast<std::size_t>(share * static_cast<double>(bytes.size()))));
    CHECK_THROWS_AS(require_whole_workbook(file, 5), std::runtime_error);
  }
  std::string damaged = bytes;
  damaged.erase(bytes.find("xl/worksheets/sheet1.xml") + 60, 1);
  write_bytes(file, damaged);
  CHECK_THROWS_AS(require_whole_workbook(file, 5), std::runtime_error);
}

}  // namespace whole_workbook_test
