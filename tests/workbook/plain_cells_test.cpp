/// Which texts of a table become numbers and days of a sheet, and what comes back.
#include <catch2/catch.hpp>

#include "sim/scenario/workbook/number_formats.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"
#include "tests/support/in_chinese.hpp"

namespace plain_cells_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

std::string read_as(const FieldInfo& field, const SheetCell& cell) {
  Problems problems;
  const std::string out = table_text(field, cell, {"货流", 5, 6}, problems);
  for (const Problem& problem : problems.sorted()) test::require_chinese(problem);
  return problems.empty() ? out : to_string(problems.sorted().front());
}

}  // namespace

TEST_CASE("a text becomes a number only if exactly the same text comes back", "[workbook]") {
  for (const std::string same : {"0", "1", "-3", "1.5", "0.0833333333333333", "100000", "37.9", "123456789012345"}) {
    INFO(same);
    REQUIRE(exact_number(same));
    CHECK(plain_decimal(*exact_number(same)) == same);
  }
  // trailing zero, leading zero, plus sign, sixteen digits, exponent, separators, unit
  for (const std::string other :
       {"1.50", "112.0", "007", "+1", "1234567890123456", "0.08333333333333333", "1e5", "1,000", "12.5万吨", ""}) {
    INFO(other);
    CHECK_FALSE(exact_number(other));
  }
}

TEST_CASE("days are the same on both sides, and days that spreadsheets miscount stay text", "[workbook]") {
  // 2024-12-31 is day 45657 of every spreadsheet program; 1900-03-01 is day 61 since they know a 1900-02-29
  CHECK(date_serial("2024-12-31") == 45657.0);
  CHECK(date_text(45657.0, DateSystem::from_1900) == "2024-12-31");
  CHECK(date_text(45657.0 - 1462, DateSystem::from_1904) == "2024-12-31");
  CHECK(date_text(45657.5, DateSystem::from_1900) == "2024-12-31 12:00:00");
  CHECK(date_text(61.0, DateSystem::from_1900) == "1900-03-01");
  CHECK_FALSE(date_text(60.0, DateSystem::from_1900));
  CHECK_FALSE(date_serial("1900-02-28"));
  CHECK(date_text(2958465.0, DateSystem::from_1900) == "9999-12-31");
  CHECK_FALSE(date_text(2958466.0, DateSystem::from_1900));
  CHECK_FALSE(date_serial("2024-02-30"));
}

TEST_CASE("formats that show a day are told from those that do not", "[workbook]") {
  for (const int id : {14, 22, 27, 31, 36, 57}) CHECK(shows_date(id));
  for (const int id : {0, 1, 4, 9, 10, 23, 37, 49}) CHECK_FALSE(shows_date(id));
  for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d", "[h]:mm"})
    CHECK(shows_date(std::string_view(code)));
  for (const char* code : {"General", "0.00", "[Red]0.0", "0\"days\"", "@", "0.0\\d", "0.00E+00"})
    CHECK_FALSE(shows_date(std::string_view(code)));
}

TEST_CASE("blanks around ids, numbers, days and words are dropped, those of text are kept", "[workbook]") {
  CHECK(read_as(id("flow_id", "", ""), {1, CellKind::text, " fl-1\xE3\x80\x80"}) == "fl-1");
  CHECK(read_as(scenario::number("km", "", ""), {1, CellKind::text, "\t12.5 "}) == "12.5");
  CHECK(read_as(tonnes("t", "", ""), {1, CellKind::text, "12.5 万吨 "}) == "12.5 万吨");
  CHECK(read_as(scenario::text("source", "", ""), {1, CellKind::text, " a b "}) == " a b ");
}

TEST_CASE("days typed as text are read if the year stands first and left as they are otherwise", "[workbook]") {
  const FieldInfo day = date("valid_from", "", "");
  for (const char* typed : {"2024-3-5", "2024/3/5", "2024.03.05", "2024年3月5日", " 2024-03-05 "}) {
    CHECK(read_as(day, {1, CellKind::text, typed}) == "2024-03-05");
  }
  for (const char* typed : {"5/3/2024", "24-3-5", "2024-02-30", "2024年3月", "45356"})
    CHECK(read_as(day, {1, CellKind::text, typed}) == typed);
}

TEST_CASE("a day in a column of text is refused, since spreadsheet programs make days of what looks like one", "[workbook]") {
  CHECK(read_as(scenario::text("period", "", ""), {1, CellKind::date, "2024-03-01"}) ==
        "货流:5:6: period is the day 2024-03-01 (the column holds text); format the cell as text and type it again");
}

TEST_CASE("words of closed lists are shown in Chinese and come back as the files write them", "[workbook]") {
  const FieldInfo fuel = word("powertrain", "", "").of({{"diesel", {"柴油"}, 0}, {"electric", {"纯电动", "电动"}, 1}, {"NOx", {}, 2}});
  CHECK(shown_word(fuel, "electric") == "纯电动");
  CHECK(shown_word(fuel, "NOx") == "NOx");
  CHECK(shown_word(fuel, "steam") == "steam");
  CHECK(table_word(fuel, "电动") == "electric");
  CHECK(same_meaning(fuel, "电动", "electric"));
  CHECK_FALSE(same_meaning(fuel, "diesel", "electric"));
  const FieldInfo bulk = yes_no("bulk", "", "");
  CHECK(shown_word(bulk, "no") == "否");
  CHECK(read_as(bulk, {1, CellKind::boolean, "TRUE"}) == "yes");
  CHECK(same_meaning(bulk, "是", "true"));
  CHECK_FALSE(same_meaning(bulk, "yes", "no"));
  CHECK(same_meaning(scenario::number("km", "", ""), "1.50", "1.5"));
  CHECK_FALSE(same_meaning(scenario::number("km", "", ""), "1.50", "1.51"));
  CHECK_FALSE(same_meaning(scenario::text("item", "", ""), "1.50", "1.5"));
}

}  // namespace plain_cells_test
