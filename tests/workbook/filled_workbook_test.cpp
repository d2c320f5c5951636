/// What a planner types, and what the tables say afterwards.
#include <catch2/catch.hpp>

#include "tests/support/small_scenario.hpp"
#include "tests/workbook/book.hpp"

namespace filled_workbook_test {

using namespace railshift;
using namespace railshift::test;

TEST_CASE("a changed cell changes its row and no other byte", "[workbook]") {
  const scenario::Files files = files_of("tiny");
  Book book = Book::of(files);
  book.set("企业", "B2", text("小矿集团公司"));
  const auto imported = import_of(files, book);
  scenario::Files expected = files;
  replace(expected, "tables/firms.csv", "小矿公司", "小矿集团公司");
  CHECK(new_bytes(imported, "tables/firms.csv") == expected.content.at("tables/firms.csv"));
  for (const auto& table : imported.tables) {
    INFO(table.key);
    CHECK(table.same == (table.key != "tables/firms.csv"));
    CHECK(table.changed == (table.key == "tables/firms.csv" ? 1 : 0));
    CHECK(table.shared == table.key.starts_with("parameters/"));
  }
}

TEST_CASE("a changed row keeps the words and digits that nobody changed", "[workbook]") {
  scenario::Files files = small_scenario();
  files.content["tables/clauses.csv"] =
      "clause_id,document,item,quote,force,offices\nT-1,某市方案,三-1,\"引文\",必须,交通局\nT-2,\"甲\",乙,丙,力争,\n";
  Book book = Book::of(files);
  book.set("条款", "F2", text("生态环境局"));
  book.set("条款", "E3", text("strive"));
  // the other row keeps its needless quotes, and 力争 stays since strive says the same
  CHECK(new_bytes(import_of(files, book), "tables/clauses.csv") ==
        "clause_id,document,item,quote,force,offices\nT-1,某市方案,三-1,引文,必须,生态环境局\nT-2,\"甲\",乙,丙,力争,\n");
}

TEST_CASE("rows can be added, removed and moved", "[workbook]") {
  scenario::Files files = small_scenario();
  files.content["tables/clauses.csv"] =
      "clause_id,document,item,quote,force,offices\nT-1,甲,一,引文,must,\nT-2,甲,二,引文,must,\nT-3,甲,三,引文,must,\n";
  Book book = Book::of(files);
  book.drop_row("条款", 3);  // T-2
  for (const auto& [cell, value] :
       std::map<std::string, std::string>{{"A7", "T-4"}, {"B7", "乙"}, {"C7", "一, 二"}, {"D7", "说“\"好\"”"}, {"E7", "鼓励"}}) {
    book.set("条款", cell, text(value));
  }
  const auto imported = import_of(files, book);
  CHECK(new_bytes(imported, "tables/clauses.csv") ==
        "clause_id,document,item,quote,force,offices\nT-1,甲,一,引文,must,\nT-3,甲,三,引文,must,\nT-4,乙,\"一, "
        "二\",\"说“\"\"好\"\"”\",encourage,\n");
  const auto& clauses =
      *std::find_if(imported.tables.begin(), imported.tables.end(), [](const auto& t) { return t.key == "tables/clauses.csv"; });
  CHECK(clauses.added == 1);
  CHECK(clauses.removed == 1);
  CHECK(clauses.changed == 0);
}

TEST_CASE("tonnes in 万吨, Chinese words, yes and no, and days are accepted as planners write them", "[workbook]") {
  const scenario::Files files = files_of("tiny");
  Book book = Book::of(files);
  book.set("工序", "E2", text(" 6 万吨"));          // 60000 before
  book.set("货类", "E2", {"t=\"b\"", "<v>1</v>"});  // bulk: yes
  book.set("厂区和矿区", "E3", text("钢铁厂"));
  book.set("工序", "D2", number("44927", kDay));  // 2023-01-01
  book.set("工序", "D3", text("2023年1月1日"));
  const auto imported = import_of(files, book);
  scenario::Files expected = files;
  replace(expected, "tables/processes.csv", ",60000,60000,60000,", ",6 万吨,60000,60000,");
  CHECK(new_bytes(imported, "tables/processes.csv") == expected.content.at("tables/processes.csv"));
  CHECK(new_bytes(imported, "tables/sites.csv").empty());
  CHECK(new_bytes(imported, "parameters/commodities.csv").empty());
}

TEST_CASE("sheets may be left out and are known by either name, others are named", "[workbook]") {
  const scenario::Files files = small_scenario();
  Book book = Book::of(files);
  book.drop_sheet("货流");
  book.rename("企业", "firms");
  book.set("草稿", "B2", text("anything"));
  book.behind("草稿", "<mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells>");
  book.set("读我", "A1", text("notes"));
  const auto imported = import_of(files, book);
  REQUIRE(imported.problems.empty());
  CHECK(imported.without_sheet == std::vector<std::string>{"tables/flows.csv"});
  CHECK(imported.unknown_sheets == std::vector<std::string>{"草稿"});
  CHECK(imported.tables.size() == 29);
}

TEST_CASE("a workbook without any table is refused", "[workbook]") {
  Book book;
  book.set("Sheet1", "A1", text("flow_id"));
  check_messages(import_of(small_scenario(), book), {"/"});
}

TEST_CASE("a sheet made by hand may have Chinese headings only, below a title", "[workbook]") {
  scenario::Files files = small_scenario();
  Book book;
  book.set("条款", "A1", text("某市方案条款一览"));
  book.behind("条款", "<mergeCells><mergeCell ref=\"A1:F1\"/></mergeCells>");
  const std::vector<std::string> columns = {"A", "B", "C", "D", "E", "F"};
  const std::vector<std::string> titles = {"条款代码", "原文", "文件", "条目", "责任单位", "措辞力度"};
  const std::vector<std::string> values = {"T-1", "铁路运输比例达到85%", "某市方案", "三-1", "交通局", "必须"};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    book.set("条款", columns[i] + "3", text(titles[i]));
    book.set("条款", columns[i] + "4", text(values[i]));
  }
  const auto imported = import_of(files, book);
  CHECK(new_bytes(imported, "tables/clauses.csv").empty());
  CHECK(imported.tables.front().same);
}

TEST_CASE("formulas are counted, since only their values stay", "[workbook]") {
  const scenario::Files files = files_of("tiny");
  Book book = Book::of(files);
  book.set("工序", "E2", {"", "<f>5*12000</f><v>60000</v>"});
  const auto imported = import_of(files, book);
  REQUIRE(imported.problems.empty());
  CHECK(imported.formulas == 1);
}

}  // namespace filled_workbook_test
