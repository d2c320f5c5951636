/// Files that are no workbook, broken ones and traps: each is refused in words, none brings the program down.
#include <catch2/catch.hpp>

#include <random>

#include "sim/scenario/workbook/xlsx_file.hpp"
#include "tests/support/in_chinese.hpp"
#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace damaged_workbook_test {

using namespace railshift;
using namespace railshift::test;

namespace {

/// What is said about the bytes of a workbook file.
std::string said_about(const std::string& bytes) {
  const Scratch scratch;
  write_bytes(scratch / "book.xlsx", bytes);
  const auto imported = scenario::import_workbook(small_scenario(), scratch / "book.xlsx");
  for (const Problem& problem : imported.problems.sorted()) require_chinese(problem);
  return imported.problems.empty() ? "" : scenario::messages(imported).front();
}

std::string zipped(const Parts& parts, Protection protection = Protection::none) {
  const Scratch scratch;
  write_zip(scratch / "book.xlsx", parts, protection);
  return bytes_of(scratch / "book.xlsx");
}

Parts sound_parts() { return Book::of(small_scenario()).parts(); }

bool says(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

const std::string kFirstSheet = "xl/worksheets/sheet1.xml";

}  // namespace

TEST_CASE("the workbook that the damaged ones are made of is sound", "[workbook]") { CHECK(said_about(zipped(sound_parts())).empty()); }

TEST_CASE("files that are no workbook are named for what they are", "[workbook]") {
  CHECK(says(said_about(""), "no zip archive"));
  CHECK(says(said_about("flow_id,commodity\n"), "no zip archive"));
  CHECK(says(said_about("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "an old .xls file, or a workbook with a password"));
  CHECK(says(said_about("PK\x03\x04 but nothing else"), "a damaged zip archive"));
  CHECK(says(said_about(zipped({{"word/document.xml", "<w/>"}})), "part xl/workbook.xml is missing"));
  CHECK(says(scenario::messages(scenario::import_workbook(small_scenario(), "/nowhere/book.xlsx")).front(), "the file is missing"));
  CHECK(says(scenario::messages(scenario::import_workbook(small_scenario(), "/")).front(), "the file is missing"));
}

TEST_CASE("an encrypted part is refused", "[workbook]") {
  CHECK(says(said_about(zipped(sound_parts(), Protection::encrypted)), "is encrypted"));
}

TEST_CASE("a workbook cut off anywhere is refused", "[workbook]") {
  const std::string whole = zipped(sound_parts());
  for (std::size_t length = 0; length < whole.size(); length += 997) {
    INFO(length);
    CHECK_FALSE(said_about(whole.substr(0, length)).empty());
  }
}

TEST_CASE("a part that unpacks to far more than it takes is refused while it is unpacked", "[workbook]") {
  Parts parts = sound_parts();
  // 300 MB of blanks pack into some 300 kB
  parts[kFirstSheet] = "<worksheet>" + std::string(300U << 20U, ' ') + "</worksheet>";
  const std::string bomb = zipped(parts);
  CHECK(bomb.size() < (2U << 20U));
  CHECK(says(said_about(bomb), "part " + kFirstSheet + " unpacks to more than"));
}

TEST_CASE("an archive that lies about the size of a bomb is refused as well", "[workbook]") {
  Parts parts = sound_parts();
  const std::size_t size = (64U << 20U) + 23U;
  parts[kFirstSheet] = "<worksheet>" + std::string(64U << 20U, ' ') + "</worksheet>";
  std::string bomb = zipped(parts);
  // the size stands as four bytes, lowest first, in the local header and in the directory
  const std::string told = {static_cast<char>(size & 0xFFU), static_cast<char>(size >> 8U & 0xFFU), static_cast<char>(size >> 16U & 0xFFU),
                            static_cast<char>(size >> 24U & 0xFFU)};
  int lies = 0;
  for (auto at = bomb.find(told); at != std::string::npos; at = bomb.find(told, at + 1)) {
    bomb.replace(at, 4, std::string("\x40\0\0\0", 4));
    ++lies;
  }
  REQUIRE(lies >= 1);
  CHECK(says(said_about(bomb), "part " + kFirstSheet));
}

TEST_CASE("the size limit holds for text that packs badly too", "[workbook]") {
  const Scratch scratch;
  Parts parts = sound_parts();
  std::mt19937 random(1);
  std::string noise;
  for (int i = 0; i < 200000; ++i) noise += static_cast<char>('a' + random() % 26);
  parts[kFirstSheet] = "<worksheet>" + noise + "</worksheet>";
  write_zip(scratch / "book.xlsx", parts);
  scenario::PartLimits limits;
  limits.bytes = 100000;
  const auto imported = scenario::import_workbook(small_scenario(), scratch / "book.xlsx", limits);
  CHECK(says(scenario::messages(imported).front(), "part " + kFirstSheet + " unpacks to more than 1"));
}

TEST_CASE("a million empty rows below a table are passed over", "[workbook]") {
  Parts parts = sound_parts();
  std::string rows;
  for (int row = 1000; row < 1001000; ++row) {
    const std::string r = std::to_string(row);
    rows += "<row r=\"" + r + "\" ht=\"12.8\" customHeight=\"1\"><c r=\"A" + r + "\" s=\"0\"/></row>";
  }
  std::string& sheet = parts[kFirstSheet];
  sheet.insert(sheet.find("</sheetData>"), rows);
  CHECK(said_about(zipped(parts)).empty());
}

TEST_CASE("a sheet with millions of filled cells is refused in words", "[workbook]") {
  Parts parts = sound_parts();
  std::string rows;
  for (int row = 1000; row < 801000; ++row) rows += "<row><c><v>" + std::to_string(row % 1000 * 7919) + "</v></c></row>";
  std::string& sheet = parts[kFirstSheet];
  sheet.insert(sheet.find("</sheetData>"), rows);
  CHECK(says(said_about(zipped(parts)), "XML elements"));
}

TEST_CASE("a sheet whose rows or cells do not ascend is refused", "[workbook]") {
  for (const std::string rows :
       {"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<row r=\"2000000\"/>", "<row r=\"999\"><c r=\"B7\"><v>1</v></c></row>",
        "<row r=\"999\"><c r=\"B999\"><v>1</v></c><c r=\"A999\"><v>1</v></c></row>"}) {
    INFO(rows);
    Parts parts = sound_parts();
    std::string& sheet = parts[kFirstSheet];
    sheet.insert(sheet.find("</sheetData>"), rows);
    // an empty row holds nothing, so that its number does not matter
    CHECK(said_about(zipped(parts)).empty() == rows.ends_with("\"/>"));
  }
}

TEST_CASE("XML that is broken, nested deeply or full of entities is refused or read, never a crash", "[workbook]") {
  Parts parts = sound_parts();
  parts[kFirstSheet] = "<worksheet><sheetData>";
  CHECK(says(said_about(zipped(parts)), "damaged XML"));
  parts[kFirstSheet].clear();
  CHECK(says(said_about(zipped(parts)), "damaged XML"));
  std::string deep;
  for (int i = 0; i < 500000; ++i) deep += "<a>";
  parts[kFirstSheet] = deep;
  CHECK_FALSE(said_about(zipped(parts)).empty());
  parts = sound_parts();
  parts["xl/sharedStrings.xml"] = "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
  CHECK(said_about(zipped(parts)).empty());
  parts["xl/workbook.xml"] = "<workbook/>";
  CHECK(says(said_about(zipped(parts)), "no sheets"));
}

TEST_CASE("a workbook with any byte damaged is refused or read, never a crash", "[workbook]") {
  const std::string whole = zipped(sound_parts());
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 200; ++i) {
    std::string bytes = whole;
    for (int k = 0; k < 3; ++k) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    refused += said_about(bytes).empty() ? 0 : 1;
  }
  CHECK(refused > 100);
}

}  // namespace damaged_workbook_test
