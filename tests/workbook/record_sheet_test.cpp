/// Records that come as workbooks.
#include <catch2/catch.hpp>

#include "sim/scenario/records/import_rail.hpp"
#include "sim/scenario/records/import_register.hpp"
#include "tests/support/in_chinese.hpp"
#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace record_sheet_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

struct Taken {
  RecordImport imported;
  std::vector<std::string> errors;
  std::string chains;
};

Taken take(const test::Book& book, const std::string& map = "") {
  const test::Scratch scratch;
  const std::string path = (scratch / "rail.xlsx").string();
  test::write_zip(path, book.parts());
  const Files files = test::small_scenario();
  const Loaded loaded = load(files, {});
  RecordRequest request{{path, test::bytes_of(path)}, "车务段", {}, {"shares"}};
  if (!map.empty()) request.columns = RecordFile{"map.toml", map};
  Problems problems;
  Taken out{import_rail_months(files, *loaded.world, request, problems), {}, files.content.at("tables/chains.csv")};
  for (const Words& note : out.imported.notes) test::require_chinese(note);
  for (const Problem& problem : problems.sorted()) {
    test::require_chinese(problem);
    out.errors.push_back(to_string(problem).substr(scratch.operator/("").string().size()));
  }
  for (const auto& table : out.imported.tables) out.chains = table.bytes;
  return out;
}

/// Twelve months of 9,375 t at the mine's siding, in a sheet with a title, the siding and its goods in merged cells, months as days.
test::Book year(const std::string& sheet = "铁路") {
  test::Book book;
  book.set(sheet, "A1", test::text("2020年铁路发送量"));
  const std::vector<std::string> headings = {"专用线\n名称", "品类", "月份", "发送量\n（吨）"};
  for (std::size_t c = 0; c < headings.size(); ++c)
    book.set(sheet, std::string(1, static_cast<char>('A' + c)) + "2", test::text(headings[c]));
  book.set(sheet, "A3", test::text("煤矿专用线"));
  book.set(sheet, "B3", test::text("煤"));
  const std::vector<int> first_days = {43831, 43862, 43891, 43922, 43952, 43983, 44013, 44044, 44075, 44105, 44136, 44166};
  for (std::size_t m = 0; m < first_days.size(); ++m) {
    const std::string row = std::to_string(3 + m);
    book.set(sheet, "C" + row, test::number(std::to_string(first_days[m]), test::kDay));
    book.set(sheet, "D" + row, test::number("9375"));
  }
  book.behind(sheet,
              "<mergeCells count=\"3\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A14\"/><mergeCell ref=\"B3:B14\"/></mergeCells>");
  return book;
}

}  // namespace

TEST_CASE("a workbook is read as the record that it holds: title, headings of two lines, merged cells, months as days", "[workbook]") {
  const Taken taken = take(year());
  for (const std::string& error : taken.errors) UNSCOPED_INFO(error);
  CHECK(taken.errors.empty());
  // 112,500 t of 450,000 t
  CHECK(taken.chains.find("market-rail,fl-market,0.250000,,,published,车务段,") != std::string::npos);
}

TEST_CASE("merged words hold for the rows that they cover even beside filled cells, and a merged number does not", "[workbook]") {
  // the month stands left of the merged siding
  test::Book book;
  const std::map<std::string, std::string> names = {{"A1", "月份"}, {"B1", "专用线"}, {"C1", "品类"}, {"D1", "吨"}};
  for (const auto& [cell, name] : names) book.set("铁路", cell, test::text(name));
  book.set("铁路", "B2", test::text("煤矿专用线"));
  book.set("铁路", "C2", test::text("煤"));
  for (int m = 1; m <= 12; ++m) {
    book.set("铁路", "A" + std::to_string(m + 1), test::text("2020年" + std::to_string(m) + "月"));
    if (m != 3) book.set("铁路", "D" + std::to_string(m + 1), test::number(m == 2 ? "18750" : "9375"));
  }
  const std::string keys = "<mergeCell ref=\"B2:B13\"/><mergeCell ref=\"C2:C13\"/>";
  book.behind("铁路", "<mergeCells count=\"3\">" + keys + "<mergeCell ref=\"D3:D4\"/></mergeCells>");
  const Taken sum = take(book);
  REQUIRE(sum.errors.size() == 1);
  CHECK(sum.errors.front().starts_with("rail.xlsx 铁路!D4: tonnes are empty"));
  book.set("铁路", "D3", test::number("9375"));
  book.set("铁路", "D4", test::number("9375"));
  book.behind("铁路", "<mergeCells count=\"2\">" + keys + "</mergeCells>");
  const Taken months = take(book);
  for (const std::string& error : months.errors) UNSCOPED_INFO(error);
  CHECK(months.chains.find("market-rail,fl-market,0.250000,,,published,车务段,") != std::string::npos);
}

TEST_CASE("of several sheets the one with the columns is read, of two such sheets the map names one", "[workbook]") {
  test::Book book = year();
  book.set("说明", "A1", test::text("一张说明"));
  CHECK(take(book).errors.empty());
  for (const char* cell : {"A2", "B2", "C2", "D2"}) {
    const std::map<std::string, std::string> names = {{"A2", "专用线"}, {"B2", "品类"}, {"C2", "月份"}, {"D2", "吨"}};
    book.set("旧表", cell, test::text(names.at(cell)));
  }
  const Taken two = take(book);
  REQUIRE(two.errors.size() == 1);
  CHECK(two.errors.front().find("several sheets have the columns of the record (sheets: ") != std::string::npos);
  CHECK(two.errors.front().find("sheet = ") != std::string::npos);
  CHECK(take(book, "sheet = \"铁路\"\n").errors.empty());
  CHECK(take(book, "sheet = \"新表\"\n").errors.front().find("no sheet \"新表\"") != std::string::npos);
}

TEST_CASE("a formula without a stored value in a record is refused with its cell", "[workbook]") {
  test::Book book = year();
  book.set("铁路", "D7", {"", "<f>9000+375</f><v></v>"});
  const Taken taken = take(book);
  REQUIRE(taken.errors.size() == 1);
  CHECK(taken.errors.front().starts_with("rail.xlsx 铁路!D7: a formula without a stored value"));
  CHECK(taken.imported.tables.empty());
}

TEST_CASE("a cell of a record that cannot be read is named by its sheet and letters", "[workbook]") {
  test::Book book = year();
  book.set("铁路", "D7", test::text("约九千"));
  const Taken taken = take(book);
  REQUIRE(taken.errors.size() == 1);
  CHECK(taken.errors.front().starts_with("rail.xlsx 铁路!D7: tonnes \"约九千\" are not 0 or more"));
}

}  // namespace record_sheet_test
