/// A workbook that LibreOffice opened and saved again. Passed over where the program is not installed.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "sim/scenario/workbook/export_workbook.hpp"
#include "tests/workbook/book.hpp"

using namespace railshift;
using namespace railshift::test;

namespace {

bool installed() { return std::system("command -v libreoffice >/dev/null 2>&1") == 0; }

void save_again(const std::filesystem::path& from, const std::filesystem::path& folder) {
  const std::string home = "-env:UserInstallation=file://" + (folder / "profile").string();
  const std::string command =
      "libreoffice --headless '" + home + "' --convert-to xlsx --outdir '" + folder.string() + "' '" + from.string() + "' >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

TEST_CASE("a workbook saved by LibreOffice still leaves every table as it was", "[workbook][slow]") {
  if (!installed()) {
    WARN("libreoffice is not installed");
    return;
  }
  const Scratch scratch;
  std::filesystem::create_directory(scratch / "saved");
  const scenario::Files files = files_of("taiyuan");
  Problems problems;
  (void)scenario::export_workbook(files, scratch / "book.xlsx", problems);
  REQUIRE(problems.empty());
  save_again(scratch / "book.xlsx", scratch / "saved");
  const auto imported = scenario::import_workbook(files, scratch / "saved" / "book.xlsx");
  for (const std::string& message : scenario::messages(imported)) UNSCOPED_INFO(message);
  REQUIRE(imported.problems.empty());
  CHECK(imported.tables.size() == 31);
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.same);
  }
}
