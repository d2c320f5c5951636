/// The tables of a report as a workbook, opened again by other libraries.
#include <catch2/catch.hpp>

#include "analysis/writers/xlsx/sheet_names.hpp"
#include "analysis/writers/xlsx/tables_xlsx.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace xlsx_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

TEST_CASE("a workbook has its contents, a sheet a table, the charts and all figures", "[writers]") {
  const OfficeFile file(tables_xlsx(sample()));
  const std::vector<OpenSheet> sheets = sheets_of(file);
  std::vector<std::string> names;
  for (const OpenSheet& sheet : sheets) names.push_back(sheet.name);
  CHECK(names == std::vector<std::string>{"目录", "铁路运量", "图", "数字清单"});
  CHECK(sheets[0].cells.at("A1").text == "试验市公转铁评估报告");
  CHECK(sheets[0].cells.at("B4").text == "0.1.0");
  CHECK(sheets[0].cells.at("A8").text == "铁路运量");
  CHECK(sheets[1].cells.at("A2").text == "年份");
  CHECK(sheets[1].cells.at("B3").text == "123.46 万吨");
  CHECK(sheets[1].cells.at("B3").number);
  CHECK(sheets[1].cells.at("B4").text == "—\n未运行");
  CHECK_FALSE(sheets[1].cells.at("B4").number);
  CHECK(sheets[1].cells.at("A5").text == "单次模拟");
  for (const auto& [from, target] : file.relations()) {
    INFO(from);
    CHECK(file.parts().count(target) == 1);
  }
}

TEST_CASE("a row of the figures is the way back to clause, row and run", "[writers]") {
  const OpenSheet figures = sheets_of(OfficeFile(tables_xlsx(sample()))).back();
  REQUIRE(figures.cells.at("A7").text == "verdict:t-1:value");  // the last of five
  CHECK(figures.cells.at("B7").text == "85.12%");
  CHECK(figures.cells.at("C7").text == "0.8512");
  CHECK(figures.cells.at("C7").number);
  CHECK(figures.cells.at("E7").text == "多次模拟平均");
  CHECK(figures.cells.at("F7").text == "3");
  CHECK(figures.cells.at("G7").text == "derived(assumed)");
  CHECK(figures.cells.at("H7").text == "verdicts.csv");
  CHECK(figures.cells.at("I7").text == "target=t-1");
  CHECK(figures.cells.at("J7").text == "value");
  CHECK(figures.cells.at("L7").text == "TY-12");
  CHECK(figures.cells.at("K3").text == "行数");  // counted: a formula in words
}

TEST_CASE("sheets of tables print one page wide with their heads on every page, and keep them on the screen", "[writers]") {
  const OfficeFile file(tables_xlsx(sample()));
  for (const char* part : {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"}) {
    const pugi::xml_document& xml = file.xml(part);
    const pugi::xml_node sheet = xml.child("worksheet");
    CHECK(sheet.child("sheetPr").child("pageSetUpPr").attribute("fitToPage").as_int() == 1);
    CHECK(sheet.child("pageSetup").attribute("paperSize").as_int() ==
          (std::string(part).find("sheet4") == std::string::npos ? 9 : 8));  // A4, A3
    CHECK(std::string(sheet.child("pageSetup").attribute("fitToHeight").value()) == "0");
    CHECK(all(sheet, "pane").at(0).attribute("ySplit").as_int() == 2);  // title and heads
    CHECK(std::string(sheet.child("headerFooter").child_value("oddFooter")) == "&C— &P / &N —");
  }
  const pugi::xml_document &figures = file.xml("xl/worksheets/sheet4.xml"), &tonnes = file.xml("xl/worksheets/sheet2.xml");
  CHECK(std::string(figures.child("worksheet").child("pageSetup").attribute("orientation").value()) == "landscape");
  CHECK(std::string(tonnes.child("worksheet").child("pageSetup").attribute("orientation").value()) == "portrait");
  std::vector<std::string> titles;
  for (const pugi::xml_node& name : all(file.xml("xl/workbook.xml"), "definedName")) titles.emplace_back(name.child_value());
  CHECK(std::count(titles.begin(), titles.end(), "铁路运量!$1:$2") + std::count(titles.begin(), titles.end(), "'铁路运量'!$1:$2") == 1);
}

TEST_CASE("charts of the workbook are native and take names and numbers from cells", "[writers]") {
  const OfficeFile file(tables_xlsx(sample()));
  const pugi::xml_document &line = file.xml("xl/charts/chart1.xml"), &fall = file.xml("xl/charts/chart2.xml");
  CHECK(all(line, "c:lineChart").size() == 1);
  CHECK(all(line, "c:ser").size() == 4);  // the line, both ends of its band, the demand
  CHECK(all(fall, "c:barChart").size() == 1);
  CHECK(all(fall, "c:legendEntry").size() == 1);  // the hidden base
  for (const pugi::xml_node& name : all(fall, "c:tx")) CHECK_FALSE(all(name, "c:f").empty());
}

TEST_CASE("sheets have names that Excel allows, all of them different", "[writers]") {
  office::SheetNames names;
  CHECK(names.take("运量[吨]: a/b\\c?*", "表") == "运量吨 abc");
  CHECK(names.take("", "表") == "表");
  CHECK(names.take("[]", "表") == "表 2");
  CHECK(names.take("Share", "表") == "Share");
  CHECK(names.take("SHARE", "表") == "SHARE 2");  // Excel tells no capitals from small letters
  CHECK(names.take("it's 'quoted'", "表") == "it’s ’quoted’");
  CHECK(names.take("History", "表") == "表 3");
  const std::string thirty(30, 'x'), one_more = thirty + "x", two_more = thirty + "xy";
  CHECK(names.take(one_more, "表") == one_more);
  CHECK(names.take(two_more, "表") == std::string(29, 'x') + " 2");
  CHECK(names.take(std::string(29, 'y') + "🏭", "表") == std::string(29, 'y') + "🏭");  // 31 units: the sign takes two
  CHECK(names.take(std::string(30, 'z') + "🏭", "表") == std::string(30, 'z'));
}

TEST_CASE("the same workbook is the same bytes", "[writers]") { CHECK(tables_xlsx(sample()) == tables_xlsx(sample())); }

}  // namespace xlsx_test
