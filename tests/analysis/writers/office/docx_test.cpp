/// A report as a Word document, opened again by other libraries than those that wrote it.
#include <catch2/catch.hpp>

#include "analysis/writers/docx/docx.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/count.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace docx_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

namespace {

/// Texts of all paragraphs of a style.
std::vector<std::string> texts(const pugi::xml_document& body, const std::string& style) {
  std::vector<std::string> out;
  for (const pugi::xml_node& p : all(body, "w:p")) {
    if (p.child("w:pPr").child("w:pStyle").attribute("w:val").value() == style) out.push_back(text_of(p));
  }
  return out;
}

Table wide_table(std::size_t columns) {
  Table table{"wide", "宽表", {}, {}, ""};
  for (std::size_t c = 0; c < columns; ++c) table.columns.push_back({"列" + std::to_string(c + 1), Align::text, 1.0});
  table.rows.push_back(std::vector<Lines>(columns, Lines{{{"字"}}}));
  return table;
}

/// A full report of one table.
std::string with_table(std::size_t columns) {
  Document d = sample();
  d.sections = {{"s", "表", {Template::full}, {wide_table(columns)}}};
  return OfficeFile(docx(d)).parts().at("word/document.xml");
}

}  // namespace

TEST_CASE("a report opens as a Word document: every part is well formed, has a type and is where its relations say", "[writers]") {
  const OfficeFile file(docx(sample()));
  for (const auto& [name, bytes] : file.parts()) {
    INFO(name);
    if (name.ends_with(".xml") || name.ends_with(".rels")) CHECK_NOTHROW(file.xml(name));
  }
  CHECK(file.relations().size() ==
        13);  // 2 of the archive, 9 and 2 charts of the document, 1 book a chart, less the first counted with them
  for (const auto& [from, target] : file.relations()) {
    INFO(from);
    CHECK(file.parts().count(target) == 1);
  }
  const pugi::xml_document& types = file.xml("[Content_Types].xml");
  for (const pugi::xml_node& part : types.child("Types").children("Override"))
    CHECK(file.parts().count(std::string(part.attribute("PartName").value()).substr(1)) == 1);
}

TEST_CASE("a Chinese report has the pages of GB/T 9704 and page numbers on the outer side", "[writers]") {
  const OfficeFile file(docx(sample()));
  const pugi::xml_document& body = file.xml("word/document.xml");
  const std::vector<pugi::xml_node> pages = all(body, "w:sectPr");
  REQUIRE(pages.size() == 2);  // the cover, and what follows
  for (const pugi::xml_node& page : pages) {
    CHECK(std::string(page.child("w:pgSz").attribute("w:w").value()) == "11906");  // 210 mm
    CHECK(std::string(page.child("w:pgSz").attribute("w:h").value()) == "16838");  // 297 mm
    const pugi::xml_node edge = page.child("w:pgMar");
    CHECK(std::string(edge.attribute("w:top").value()) == "2098");     // 37 mm
    CHECK(std::string(edge.attribute("w:left").value()) == "1587");    // 28 mm
    CHECK(std::string(edge.attribute("w:right").value()) == "1474");   // 210 - 28 - 156 = 26 mm
    CHECK(std::string(edge.attribute("w:bottom").value()) == "1984");  // 297 - 37 - 225 = 35 mm
  }
  CHECK(pages[0].child("w:titlePg"));
  CHECK_FALSE(pages[1].child("w:titlePg"));
  CHECK(file.xml("word/settings.xml").child("w:settings").child("w:evenAndOddHeaders"));
  CHECK(count(file.parts().at("word/footer_odd.xml"), R"(<w:jc w:val="right"/>)") == 1);
  CHECK(count(file.parts().at("word/footer_even.xml"), R"(<w:jc w:val="left"/>)") == 1);
  CHECK(loosened(text_of(file.xml("word/footer_odd.xml"))) == "— 1 —");
  const std::string& styles = file.parts().at("word/styles.xml");
  CHECK(styles.find(R"(w:eastAsia="方正小标宋简体" w:cs="Times New Roman"/><w:sz w:val="44"/>)") != std::string::npos);  // 2号
  CHECK(styles.find(R"(w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:sz w:val="32"/>)") != std::string::npos);     // 3号
  CHECK(count(file.parts().at("word/fontTable.xml"), R"(w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>)") == 1);
}

TEST_CASE("sections and headings are headings of Word, with numerals, and references lead to them", "[writers]") {
  Document d = sample();
  d.sections[0].blocks.push_back(Paragraph{{{{"见运量", Look::plain, "", "tables"}, {"见别处", Look::plain, "", "absent"}}}, Tone::body});
  const OfficeFile file(docx(d));
  const pugi::xml_document& body = file.xml("word/document.xml");
  CHECK(texts(body, "Heading1") == std::vector<std::string>{"一、主要结论", "二、运量", "三、地图"});
  CHECK(texts(body, "Heading2") == std::vector<std::string>{"分年"});
  const std::string& styles = file.parts().at("word/styles.xml");
  for (const char* level : {"0", "1", "2"}) CHECK(count(styles, std::string("<w:outlineLvl w:val=\"") + level + "\"/>") == 1);
  std::set<std::string> marks;
  for (const pugi::xml_node& mark : all(body, "w:bookmarkStart")) marks.insert(mark.attribute("w:name").value());
  const std::vector<pugi::xml_node> links = all(body, "w:hyperlink");
  CHECK(links.size() == 4);  // three of the contents; of the two references the one to a section that is there
  for (const pugi::xml_node& link : links) CHECK(marks.count(link.attribute("w:anchor").value()) == 1);
}

TEST_CASE("tables reach 8 mm beyond the text on either side and repeat their heads on every page", "[writers]") {
  const OfficeFile file(docx(sample()));
  const pugi::xml_document& body = file.xml("word/document.xml");
  const std::vector<pugi::xml_node> tables = all(body, "w:tbl");
  REQUIRE(tables.size() == 3);  // facts, boxes, tonnes
  const pugi::xml_node& tonnes = tables[2];
  CHECK(all(tonnes, "w:tblHeader").size() == 1);
  CHECK(tonnes.child("w:tr").child("w:trPr").child("w:tblHeader"));
  int width = 0;
  for (const pugi::xml_node& column : all(tonnes, "w:gridCol")) width += column.attribute("w:w").as_int();
  CHECK(width == 9751);  // 156 + 2 x 8 mm
  CHECK(std::string(tonnes.child("w:tblPr").child("w:tblInd").attribute("w:w").value()) == "-454");
  CHECK(std::string(tables[0].child("w:tblPr").child("w:tblW").attribute("w:w").value()) == "8844");  // of the cover: 156 mm
  const std::vector<pugi::xml_node> cells = all(tonnes, "w:tc");
  REQUIRE(cells.size() == 6);
  CHECK(loosened(text_of(cells[3])) == "123.46 万吨");
  CHECK(text_of(cells[3]).find(' ') == std::string::npos);  // no line ends between number and unit
  CHECK(cells[5].select_nodes("w:p").size() == 2);          // a line a paragraph
  CHECK(texts(body, "Caption") == std::vector<std::string>{"目　录", "铁路运量　单次模拟"});
}

TEST_CASE("a table stands on a page across only where it does not fit upright in the smallest type", "[writers]") {
  // 172 mm are 9,751 twips; a column 列1 takes 2 x 150 + 130 = 430 of them at 7.5 pt, 列10 2.1 x 150 + 130 = 445: 22 are 9,655, 23 are
  // 10,100
  CHECK(count(with_table(22), "w:orient=\"landscape\"") == 0);
  CHECK(count(with_table(23), "w:orient=\"landscape\"") == 1);
}

TEST_CASE("lines of smaller type stand closer", "[writers]") {
  // 19 columns fit at 9 pt: 9 x (2 x 180 + 130) + 10 x (2.1 x 180 + 130) = 9,490 twips; 22 at 7.5 pt; 216 x 15 / 18 = 180 twips, in a head
  // and a row of 22 cells
  CHECK(count(with_table(19), "w:lineRule=\"exact\"") == 0);
  CHECK(count(with_table(22), R"(<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>)") == 44);
}

TEST_CASE("two rows stay below the head of a table, and the last stays with the one before it", "[writers]") {
  Document d = sample();
  Table table = wide_table(1);
  for (const char* text : {"二", "三", "四", "五"}) table.rows.push_back({Lines{{{text}}}});
  d.sections = {{"s", "表", {Template::full}, {table}}};
  const OfficeFile file(docx(d));
  std::vector<std::string> kept;
  for (const pugi::xml_node& cell : all(file.xml("word/document.xml"), "w:tc")) {
    if (cell.child("w:p").child("w:pPr").child("w:keepNext")) kept.push_back(text_of(cell));
  }
  CHECK(kept == std::vector<std::string>{"列1", "字", "四"});
}

TEST_CASE("first cells that say nothing are one with the cell above them, others are not", "[writers]") {
  Document d = sample();
  Table table = wide_table(2);
  const auto row = [](const char* first, const char* second) { return std::vector<Lines>{Lines{{{first}}}, Lines{{{second}}}}; };
  table.rows = {row("甲", "一"), row("", "二"), {Lines{}, Lines{{{"三"}}}}, row("乙", ""), row("丙", "四")};
  d.sections = {{"s", "表", {Template::full}, {table}}};
  const OfficeFile file(docx(d));
  std::vector<std::string> merged;
  for (const pugi::xml_node& cell : all(file.xml("word/document.xml"), "w:tc")) {
    if (const pugi::xml_node merge = cell.child("w:tcPr").child("w:vMerge"))
      merged.push_back(text_of(cell) + merge.attribute("w:val").value());
  }
  CHECK(merged == std::vector<std::string>{"甲restart", "", ""});
}

TEST_CASE("a list of short items stands in two columns where that saves a tenth, a shorter or longer one does not", "[writers]") {
  const auto columns = [](std::size_t items, std::size_t signs) {
    Document d = sample();
    std::string text;
    for (std::size_t i = 0; i < signs; ++i) text += "字";
    d.sections = {{"s", "名词", {Template::full}, {List{std::vector<Lines>(items, Lines{{{text}}})}}}};
    const OfficeFile file(docx(d));
    CHECK(texts(file.xml("word/document.xml"), "ListItem").size() == items);
    const std::vector<pugi::xml_node> tables = all(file.xml("word/document.xml"), "w:tbl");
    if (tables.size() > 1) CHECK(all(tables[1], "w:cantSplit").size() == 1);  // the columns stay on one page
    return tables.size() - 1;                                                 // less the facts of the cover
  };
  // half of 156 mm less margins and the bullet is 4,050 twips: 19 signs of 10.5 pt
  CHECK(columns(8, 19) == 1);
  CHECK(columns(7, 19) == 0);
  CHECK(columns(8, 20) == 0);  // two lines each: as high as one column
}

TEST_CASE("a note that fits on the line of a table's caption stands there, a longer one below the table", "[writers]") {
  const auto notes = [](std::size_t signs) {
    Document d = sample();
    Table table = wide_table(2);
    for (std::size_t i = 0; i < signs; ++i) table.note += "字";
    d.sections = {{"s", "表", {Template::full}, {table}}};
    return texts(OfficeFile(docx(d)).xml("word/document.xml"), "Note").size();
  };
  // 宽表 in 10.5 pt are 420 twips, of 9,751 are 9,331 left: an em between and 50 signs of 9 pt take 9,180, 51 take 9,360
  CHECK(notes(50) == 0);
  CHECK(notes(51) == 1);
}

TEST_CASE("facts at the foot of a brief are parted by semicolons alone", "[writers]") {
  Document brief = only(sample(), Template::brief);
  brief.facts = {{"数字", "3 次模拟的平均。"}, {"版本", "0.1.0"}};
  CHECK(text_of(OfficeFile(docx(brief)).xml("word/footer_odd.xml")) == "数字：3 次模拟的平均；版本：0.1.0");
}

TEST_CASE("a brief has no type below 9 pt and no cover", "[writers]") {
  const Document brief = only(sample(), Template::brief);
  const OfficeFile file(docx(brief));
  for (const char* part : {"word/document.xml", "word/styles.xml"}) {
    const pugi::xml_document& xml = file.xml(part);
    int sizes = 0;
    for (const pugi::xml_node& size : all(xml, "w:sz")) {
      const pugi::xml_node style = size.parent().parent();
      const std::string name = style.attribute("w:styleId").value();
      if (name == "Gap" || name == "Break") continue;  // hold no text
      ++sizes;
      CHECK(size.attribute("w:val").as_int() >= 18);
    }
    CHECK(sizes > 5);
  }
  CHECK(all(file.xml("word/document.xml"), "w:sectPr").size() == 1);
  CHECK(all(OfficeFile(docx(sample())).xml("word/document.xml"), "w:sectPr").size() == 2);
}

TEST_CASE("an estimate of the quick twin is marked wherever it stands", "[writers]") {
  Document d = sample();
  d.figures["plan:rail_tonnes:2024"].of = Of::estimate;
  const OfficeFile file(docx(d));
  bool found = false;
  for (const pugi::xml_node& cell : all(file.xml("word/document.xml"), "w:tc"))
    found = found || loosened(text_of(cell)) == "123.46 万吨（估算）";
  CHECK(found);
}

TEST_CASE("the same report is the same bytes, and no clock of the machine is in them", "[writers]") {
  CHECK(docx(sample()) == docx(sample()));
}

}  // namespace docx_test
