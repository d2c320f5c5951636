/// How the workbook of a look prints.
#include <filesystem>

#include <catch2/catch.hpp>

#include "analysis/look/output/workbook.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_print_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

TEST_CASE("every sheet of a look prints one page wide with title and headings on every page", "[look]") {
  const World w = small_world();
  const auto folder = std::filesystem::temp_directory_path() / "railshift-look-print";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "look.xlsx").string();
  REQUIRE(write_workbook(w, look_at(w), Language::zh, path) > 0);
  const scenario::ZipParts parts(path);
  int sheets = 0, across = 0, titles = 0;
  for (int n = 1; parts.has("xl/worksheets/sheet" + std::to_string(n) + ".xml"); ++n, ++sheets) {
    const std::string sheet = parts.read("xl/worksheets/sheet" + std::to_string(n) + ".xml");
    INFO(n);
    CHECK(sheet.find("<pageSetUpPr fitToPage=\"1\"/>") != std::string::npos);
    CHECK((sheet.find("paperSize=\"9\"") != std::string::npos || sheet.find("paperSize=\"8\"") != std::string::npos));
    CHECK(sheet.find("fitToHeight=\"0\"") != std::string::npos);
    CHECK(sheet.find("ySplit=\"3\"") != std::string::npos);  // title, lead, headings stay on the screen
    across += sheet.find("orientation=\"landscape\"") != std::string::npos ? 1 : 0;
  }
  // dashes where numbers are missing stand to the right, as the numbers do
  CHECK(parts.read("xl/styles.xml").find("<alignment horizontal=\"right\" vertical=\"top\"/>") != std::string::npos);
  const std::string book = parts.read("xl/workbook.xml");
  for (std::size_t at = book.find("!$1:$3<"); at != std::string::npos; at = book.find("!$1:$3<", at + 1)) ++titles;
  CHECK(sheets > 5);
  CHECK(titles == sheets);
  CHECK(across > 0);
  CHECK(across < sheets);
  std::filesystem::remove_all(folder);
}

}  // namespace look_print_test
