/// Tables in GBK and UTF-16: read if scenario.toml says so, refused with the place otherwise, and written back as they were.
#include <catch2/catch.hpp>

#include "sim/core/text.hpp"
#include "tests/support/in_chinese.hpp"
#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace encoded_tables_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// The small scenario with every table of its folder in this encoding.
scenario::Files small_in(const std::string& encoding) {
  scenario::Files files = small_scenario();
  for (auto& [key, content] : files.content) {
    if (key.starts_with("tables/") || key.starts_with("network/")) content = encode_text(content, encoding).value();
  }
  replace(files, "scenario.toml", "seed = 1", "seed = 1\nencoding = \"" + encoding + "\"");
  return files;
}

std::string first_problem(const scenario::Files& files) {
  const auto loaded = scenario::load(files, {});
  REQUIRE_FALSE(loaded.problems.empty());
  CHECK_FALSE(loaded.world);
  for (const Problem& problem : loaded.problems.sorted()) require_chinese(problem);
  return to_string(loaded.problems.sorted().front());
}

}  // namespace

TEST_CASE("GBK tables are read if scenario.toml declares them", "[workbook]") {
  const auto loaded = scenario::load(small_in("gbk"), {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  CHECK(loaded.world->sites[*loaded.world->sites.find("mine")].name_zh == "煤矿");
}

TEST_CASE("a GBK table that nobody declared is refused with the place and the way out", "[workbook]") {
  scenario::Files files = small_scenario();
  files.content["tables/clauses.csv"] = encode_text(files.content["tables/clauses.csv"], "gbk").value();
  // row 2: the bytes of 某, C4 B3, also make a character of UTF-8; those of 市, CA D0, do not
  CHECK_THAT(first_problem(files),
             Catch::StartsWith("small/tables/clauses.csv:2:6: byte 0xCA (the bytes are not UTF-8); save the file as UTF-8, or declare"));
}

TEST_CASE("a byte that is not GBK is placed in a declared GBK table", "[workbook]") {
  scenario::Files files = small_in("gbk");
  files.content["tables/observed.csv"] = "observed_id,metric,scope,period,value,unit,source\no-1,rail_tonnes,,2020,240000,t,a\xFF\n";
  CHECK_THAT(first_problem(files), Catch::StartsWith("small/tables/observed.csv:2:33: byte 0xFF (the bytes are not gbk)"));
}

TEST_CASE("UTF-16 is refused by name, with a mark and without, declared or not", "[workbook]") {
  const std::string encoding = GENERATE(as<std::string>{}, "utf-8", "gbk");
  scenario::Files files = encoding == "gbk" ? small_in("gbk") : small_scenario();
  const std::string text = small_scenario().content.at("tables/clauses.csv");
  for (const std::string mark : {"\xFF\xFE", "\xFE\xFF"}) {
    files.content["tables/clauses.csv"] = mark + encode_text(text, mark == "\xFF\xFE" ? "UTF-16LE" : "UTF-16BE").value();
    CHECK_THAT(first_problem(files), Catch::StartsWith("small/tables/clauses.csv:1:1: the file begins like UTF-16"));
  }
  files.content["tables/clauses.csv"] = encode_text(text, "UTF-16LE").value();
  CHECK_THAT(first_problem(files), Catch::StartsWith("small/tables/clauses.csv:1:1: the file begins like UTF-16"));
}

TEST_CASE("a workbook is written back in the encoding of the folder", "[workbook]") {
  const scenario::Files files = small_in("gbk");
  Book book = Book::of(files);
  book.set("企业", "B2", text("煤业集团"));
  scenario::Files expected = small_scenario();
  replace(expected, "tables/firms.csv", "矿业公司", "煤业集团");
  CHECK(new_bytes(import_of(files, book), "tables/firms.csv") == encode_text(expected.content.at("tables/firms.csv"), "gbk").value());
}

TEST_CASE("a character that the encoding of the folder has not is refused at its cell", "[workbook]") {
  const scenario::Files files = small_in("gbk");
  Book book = Book::of(files);
  book.set("企业", "B2", text("𠮷矿"));
  check_messages(import_of(files, book), {"企业!B2: \"𠮷矿\" has characters that gbk has not"});
}

}  // namespace encoded_tables_test
