/// Ten mistakes of ten kinds in one workbook: ten messages, each with sheet and cell.
#include <catch2/catch.hpp>

#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace planted_errors_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("ten planted errors give ten messages with sheet and cell, and no table", "[workbook]") {
  const scenario::Files files = files_of("tiny");
  Book book = Book::of(files);
  // 企业: D county; 厂区和矿区: A site_id .. G node_id H lon; 货流: A flow_id B commodity C origin .. F valid_from G share_or_t
  book.set("厂区和矿区", "G2", text("nd-mime"));                               // 1 no such node
  book.set("厂区和矿区", "H3", text("１１２.６"));                             // 2 full-width digits
  book.set("货流", "F2", text("2023-02-30"));                                  // 3 a day that does not exist
  book.set("货流", "C3", {"", "<f>VLOOKUP(A3,X:Y,2,0)</f>"});                  // 4 a formula without a value
  book.set("货流", "G4", {"t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"});             // 5 an error value
  book.set("在册车辆", "D2", text("国七"));                                    // 6 a word that is not in the list
  book.set("观测值", "D2", number("45352", kDay));                             // 7 a month that became a day
  book.set("节点", "C2", number("200"));                                       // 8 a longitude out of range
  book.behind("条款", "<mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells>");  // 9 merged cells
  book.set("运输链", "J3", text("？"));                                        // 10 a column without a name
  check_messages(import_of(files, book), {
                                             "厂区和矿区!G2: node_id is \"nd-mime\"",
                                             "厂区和矿区!H3: lon is \"１１２.６\"",
                                             "在册车辆!D2: standard is \"国七\"",
                                             "条款!B2: merged cells B2:B4",
                                             "节点!C2: x_coord is \"200\"",
                                             "观测值!D2: period is the day 2024-03-01",
                                             "货流!F2: valid_from is \"2023-02-30\"",
                                             "货流!C3: a formula without a stored value",
                                             "货流!G4: the error value #DIV/0!",
                                             "运输链!J3: \"？\" in a column without a name",
                                         });
}

TEST_CASE("mistakes of rows and headings are placed in the sheet", "[workbook]") {
  const scenario::Files files = small_scenario();
  SECTION("an id that stands twice") {
    Book book = Book::of(files);
    book.set("条款", "A3", text("T-1"));
    for (const char* cell : {"B3", "C3", "D3"}) book.set("条款", cell, text("x"));
    book.set("条款", "E3", text("必须"));
    check_messages(import_of(files, book), {"条款!A3: \"T-1\" again"});
  }
  SECTION("a required cell that is empty") {
    Book book = Book::of(files);
    book.set("条款", "E2", text("  "));
    check_messages(import_of(files, book), {"条款!E2: force is empty"});
  }
  SECTION("a heading that was changed") {
    Book book = Book::of(files);
    book.set("观测值", "G1", text("sauce"));
    check_messages(import_of(files, book), {"观测值!G1: unknown column \"sauce\""});
  }
  SECTION("no heading at all") {
    Book book = Book::of(files);
    book.drop_row("观测值", 1);
    const auto messages = scenario::messages(import_of(files, book));
    REQUIRE_FALSE(messages.empty());
    CHECK(messages.front().starts_with("观测值!A1: no row with column names"));
  }
  SECTION("a balance that does not close is reported at the sheet too") {
    Book book = Book::of(files);
    book.set("货流", "A2", text("renamed"));
    const auto messages = scenario::messages(import_of(files, book));
    REQUIRE_FALSE(messages.empty());
    CHECK(messages.front().find("!") != std::string::npos);
  }
}

TEST_CASE("two sheets of one table are refused", "[workbook]") {
  const scenario::Files files = small_scenario();
  Book book = Book::of(files);
  book.set("flows", "A1", text("flow_id"));
  const auto messages = scenario::messages(import_of(files, book));
  REQUIRE_FALSE(messages.empty());
  CHECK(std::count_if(messages.begin(), messages.end(),
                      [](const std::string& m) { return m.find("a second sheet") != std::string::npos; }) == 1);
}

TEST_CASE("a scenario.toml that does not fit the new tables is named by its own place", "[workbook]") {
  const scenario::Files files = small_scenario();
  Book book = Book::of(files);
  book.set("条款", "A2", text("T-2"));
  const auto imported = import_of(files, book);
  REQUIRE_FALSE(imported.problems.empty());
  CHECK(scenario::messages(imported).front().starts_with("small/scenario.toml:"));
}

}  // namespace planted_errors_test
