/// What an import of a workbook says to a planner who reads Chinese.
#include <catch2/catch.hpp>

#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace in_chinese_test {

using namespace railshift;
using namespace railshift::test;
using Lines = std::vector<std::string>;

TEST_CASE("mistakes in cells are told in Chinese at their sheet and cell", "[workbook]") {
  const scenario::Files files = small_scenario();
  Book book = Book::of(files);
  book.set("观测值", "D2", number("45352", kDay));
  book.set("货流", "C3", {"", "<f>VLOOKUP(A3,X:Y,2,0)</f>"});
  book.set("货流", "G4", {"t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"});
  book.set("货流", "Z3", text("待核实"));
  CHECK(scenario::messages(import_of(files, book), Language::zh) ==
        Lines{"观测值!D2: period（时期）是日期 2024-03-01（本列是文字）；把单元格格式设为文本，重新填写",
              "货流!C3: 公式没有保存结果（公式按保存时的结果读取）；用表格软件打开工作簿并保存，或直接写结果",
              "货流!Z3: 没有列名的列中有“待核实”（第 1 行写明每一列的列名）；移到有列名的列（说明写进 reason（理由）列），或删去",
              "货流!G4: 错误值 #DIV/0!（单元格写文字、数或日期）；改正公式，或直接写结果"});
}

TEST_CASE("a file that is no workbook is told in Chinese", "[workbook]") {
  const Scratch scratch;
  write_bytes(scratch / "book.xlsx", "flow_id,commodity\n");
  const auto messages = scenario::messages(scenario::import_workbook(small_scenario(), scratch / "book.xlsx"), Language::zh);
  REQUIRE(messages.size() == 1);
  CHECK(messages.front().ends_with(
      "book.xlsx: 不是 zip 压缩包（工作簿是 .xlsx 文件，即由 XML 文件组成的 zip 压缩包）；用表格软件打开，另存为不带密码的 .xlsx"));
}

}  // namespace in_chinese_test
