/// Words, tables and pictures that nobody meant to change do not change: what the program says of the town worked by hand, in both
/// languages, and the look at the cities, stand as they were approved.
#include <catch2/catch.hpp>

#include <string>

#include "analysis/document/document_json.hpp"
#include "sim/core/input_file.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"
#include "tests/analysis/document/document_text.hpp"
#include "tests/golden/pages.hpp"

namespace pages_test {

using railshift::sha256_hex;
using railshift::cli::Scratch;
using railshift::cli::text_of;
using railshift::golden::answer_to;
using railshift::golden::check_page;
using railshift::golden::sections_of;

namespace {

const std::string kTiny = railshift::cli::scenario("tiny").string();

std::string at(const Scratch& scratch, const std::string& name) { return (scratch / name).string(); }

std::string sheet(int number) { return "xl/worksheets/sheet" + std::to_string(number) + ".xml"; }

void check_look(const std::string& lang) {
  const Scratch scratch;
  const std::string page = at(scratch, "look.html");
  std::string said = answer_to({"look", kTiny, "--lang", lang}) + answer_to({"check", kTiny, "--lang", lang});
  static_cast<void>(answer_to({"look", kTiny, "--lang", lang, "--to", "html", "--out", page}));
  const std::string workbook = at(scratch, "look.xlsx");
  static_cast<void>(answer_to({"look", kTiny, "--lang", lang, "--to", "xlsx", "--out", workbook}));
  const railshift::scenario::ZipParts parts(workbook);
  for (int n = 1; parts.has(sheet(n)); ++n) said += sha256_hex(parts.read(sheet(n))) + "  " + sheet(n) + "\n";
  check_page("tiny-look." + lang + ".txt", said, scratch);
  check_page("tiny-look." + lang + ".html", text_of(page), scratch);
}

void check_assess(const std::string& lang) {
  const Scratch scratch;
  const std::string folder = at(scratch, "assess");
  std::string said = answer_to({"assess", kTiny, "--lang", lang, "--out", folder});
  said += answer_to({"compare", folder + "/baseline", folder + "/plan", "--lang", lang});
  said += answer_to({"audit", folder + "/plan", "--lang", lang});
  check_page("tiny-assess." + lang + ".txt", said, scratch);
  const auto documents = railshift::analysis::document::documents_from(text_of(folder + "/document.json"));
  check_page("tiny-report." + lang + ".txt", railshift::analysis::document::text_of(lang == "zh" ? documents.zh : documents.en), scratch);
  check_page("tiny-verdicts.csv", text_of(folder + "/verdicts.csv"), scratch);
  check_page("tiny-comparison.csv", text_of(folder + "/comparison.csv"), scratch);
}

/// The look at a city, a line a section: the pages have 240 kB each.
void check_city(const std::string& city) {
  const Scratch scratch;
  const std::string page = at(scratch, "look.html");
  const std::string folder = railshift::cli::scenario(city).string();
  const std::string said = answer_to({"look", folder, "--lang", "zh", "--to", "html", "--out", page});
  check_page(city + "-look.txt", said + "\n" + sections_of(text_of(page)), scratch);
}

}  // namespace

TEST_CASE("the look at the town worked by hand reads as approved, in Chinese", "[golden][pages]") { check_look("zh"); }

TEST_CASE("the look at the town worked by hand reads as approved, in English", "[golden][pages]") { check_look("en"); }

TEST_CASE("assessment and report of the town worked by hand read as approved, in Chinese", "[golden][pages]") { check_assess("zh"); }

TEST_CASE("assessment and report of the town worked by hand read as approved, in English", "[golden][pages]") { check_assess("en"); }

TEST_CASE("one run and runs on three seeds of the town worked by hand read as approved", "[golden][pages]") {
  const Scratch scratch;
  std::string said = answer_to({"run", kTiny, "--lang", "zh", "--out", at(scratch, "run")});
  said +=
      answer_to({"run", kTiny, "--lang", "en", "--layer", "baseline", "--replications", "3", "--jobs", "2", "--out", at(scratch, "three")});
  for (const char* csv : {"replications.csv", "operations.csv"}) said += sha256_hex(text_of(scratch / "three" / csv)) + "  " + csv + "\n";
  check_page("tiny-run.txt", said, scratch);
}

TEST_CASE("the look at Taiyuan reads as approved", "[golden][pages]") { check_city("taiyuan"); }

TEST_CASE("the look at Shuozhou reads as approved", "[golden][pages]") { check_city("shuozhou"); }

TEST_CASE("the look at Yangquan reads as approved", "[golden][pages]") { check_city("yangquan"); }

TEST_CASE("the look at Pingcheng reads as approved", "[golden][pages]") { check_city("pingcheng"); }

TEST_CASE("the look at Xinzhou reads as approved", "[golden][pages]") { check_city("xinzhou"); }

}  // namespace pages_test
