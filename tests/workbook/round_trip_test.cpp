/// Out and in again: what was not touched keeps every byte.
#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/scenario/workbook/export_workbook.hpp"
#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace round_trip_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// A sheet a table; the town worked by hand has no rules of clean transport.
int sheets_of(const scenario::Files& files) {
  const bool rules =
      std::any_of(files.content.begin(), files.content.end(), [](const auto& file) { return file.first.ends_with("clean_rules.csv"); });
  return rules ? 31 : 30;
}

void export_to(const scenario::Files& files, const std::filesystem::path& path) {
  Problems problems;
  const auto exported = scenario::export_workbook(files, path, problems);
  for (const Problem& p : problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(problems.empty());
  CHECK(exported.sheets == sheets_of(files));
}

scenario::ImportedWorkbook round_trip(const scenario::Files& from, const scenario::Files& into) {
  const Scratch scratch;
  export_to(from, scratch / "out.xlsx");
  return scenario::import_workbook(into, scratch / "out.xlsx");
}

}  // namespace

TEST_CASE("a workbook that nobody touched leaves every table of the city as it was", "[workbook]") {
  const std::string name = GENERATE(as<std::string>{}, "tiny", "taiyuan");
  const scenario::Files files = files_of(name);
  const auto imported = round_trip(files, files);
  for (const std::string& message : scenario::messages(imported)) UNSCOPED_INFO(message);
  REQUIRE(imported.problems.empty());
  CHECK(imported.tables.size() == static_cast<std::size_t>(sheets_of(files)));
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.same);
  }
  CHECK(imported.without_sheet.empty());
  CHECK(imported.unknown_sheets.empty());
  CHECK(imported.formulas == 0);
}

TEST_CASE("a workbook holds enough to write every table of the city anew, byte for byte", "[workbook]") {
  const std::string name = GENERATE(as<std::string>{}, "tiny", "taiyuan");
  const scenario::Files files = files_of(name);
  scenario::Files bare = files;
  bare.content = {{"scenario.toml", files.content.at("scenario.toml")}};
  const auto imported = round_trip(files, bare);
  REQUIRE(imported.problems.empty());
  REQUIRE(imported.tables.size() == files.content.size() - 1);
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.bytes == files.content.at(table.key));
  }
}

TEST_CASE("the same tables make the same workbook", "[workbook]") {
  const Scratch scratch;
  export_to(files_of("tiny"), scratch / "a.xlsx");
  export_to(files_of("tiny"), scratch / "b.xlsx");
  CHECK(bytes_of(scratch / "a.xlsx") == bytes_of(scratch / "b.xlsx"));
}

TEST_CASE("texts that spreadsheets like to change come back as they were", "[workbook]") {
  scenario::Files files = small_scenario();
  // quotes, commas, line breaks, formulas, apostrophes, escapes of the format itself, blanks at the ends, leading zeros
  const std::string quote = "\" =1+1, \"\"quoted\"\"\nsecond line\r\nthird _x000D_ <b>&amp; 'x' \"";
  replace(files, "tables/clauses.csv", "铁路运输比例达到85%", quote);
  replace(files, "tables/observed.csv", "yearbook", "007");
  replace(files, "tables/observed.csv", "240000", "240000.00");
  const std::string before = files.content.at("tables/clauses.csv");
  const auto imported = round_trip(files, files);
  REQUIRE(imported.problems.empty());
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.same);
  }
  scenario::Files bare = files;
  bare.content.erase("tables/clauses.csv");
  bare.content.erase("tables/observed.csv");
  const auto anew = round_trip(files, bare);
  CHECK(new_bytes(anew, "tables/clauses.csv") == files.content.at("tables/clauses.csv"));
  CHECK(new_bytes(anew, "tables/observed.csv") == files.content.at("tables/observed.csv"));
}

TEST_CASE("Chinese words, byte order marks, Windows line ends and odd columns survive a round trip", "[workbook]") {
  scenario::Files files = small_scenario();
  files.content["tables/clauses.csv"] =
      "\xEF\xBB\xBFoffices,force,quote,item,document,clause_id\r\n交通局,必须,\"铁路运输比例达到85%\",三-1,某市方案,T-1";
  const auto imported = round_trip(files, files);
  for (const std::string& message : scenario::messages(imported)) UNSCOPED_INFO(message);
  REQUIRE(imported.problems.empty());
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.same);
  }
}

TEST_CASE("a table that cannot be read is not exported", "[workbook]") {
  const Scratch scratch;
  scenario::Files files = small_scenario();
  replace(files, "tables/firms.csv", "firm_id", "firm");
  Problems problems;
  CHECK(scenario::export_workbook(files, scratch / "out.xlsx", problems).sheets == 0);
  CHECK(problems.size() == 1);  // an unknown column, and the one that is missing for it
  CHECK_FALSE(std::filesystem::exists(scratch / "out.xlsx"));
}

}  // namespace round_trip_test
