/// Whatever a user calls his firms, documents, workbooks and CSV hold the name and run nothing.
#include <catch2/catch.hpp>

#include "analysis/writers/csv/document_csv.hpp"
#include "analysis/writers/docx/docx.hpp"
#include "analysis/writers/office/xml_text.hpp"
#include "analysis/writers/xlsx/tables_xlsx.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/hostile_names.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace hostile_office_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

namespace {

/// A report with a name wherever a document can hold one.
Document called(const std::string& name) {
  Document d = sample();
  d.title = d.subtitle = name;
  d.facts = {{name, name}};
  d.figures["verdict:t-1:value"].text = name;
  d.figures["verdict:t-1:value"].from.formula = name;
  Section whole{"all", name, {Template::full}, {}};
  whole.blocks.push_back(Heading{2, name});
  whole.blocks.push_back(Paragraph{{{{name, Look::plain, "verdict:t-1:value"}, {name, Look::strong, "", "all"}}}, Tone::notice});
  whole.blocks.push_back(List{{{{{name}}}}});
  whole.blocks.push_back(Table{name, name, {{name, Align::text, 1.0}, {"编号", Align::text, 1.0}}, {{{{{name}}}, {{{"1"}}}}}, name});
  whole.blocks.push_back(Boxes{{{name, Look::plain, name, "", {{{name}}}}}});
  for (const ChartKind kind : {ChartKind::lines, ChartKind::stack, ChartKind::pairs, ChartKind::waterfall})
    whole.blocks.push_back(
        Chart{name, kind, name, name, {name, name}, {{name, {1.0, 2.0}, {"verdict:t-1:value", ""}}}, {{0, 1.0, name}}, true, name});
  whole.blocks.push_back(Map{name,
                             name,
                             {{name, name, "listed_site", 1.0, 2.0}},
                             {{name, name, "road", {{{1.0, 2.0}}, {{1.1, 2.1}}}}},
                             {{name, name, name, true, "lines", {name}, {{3.0}}}},
                             name});
  d.sections = {whole};
  return d;
}

/// All parts that are XML, read by another library than the one that wrote them.
void well_formed(const OfficeFile& file) {
  for (const auto& [name, bytes] : file.parts()) {
    INFO(name);
    if (name.ends_with(".xml") || name.ends_with(".rels")) CHECK_NOTHROW(file.xml(name));
    if (name.ends_with(".xlsx")) well_formed(OfficeFile(bytes));
  }
}

}  // namespace

TEST_CASE("thirty hostile names stand in a Word document whole, but for control characters, and nothing is a field of theirs",
          "[writers]") {
  for (const std::string& name : hostile_names()) {
    INFO(name);
    const OfficeFile file(docx(called(name)));
    well_formed(file);
    const pugi::xml_document& body = file.xml("word/document.xml");
    const std::string expected = office::clean_text(name);
    int found = 0;
    for (const pugi::xml_node& cell : all(body, "w:tc")) found += text_of(cell) == expected ? 1 : 0;
    CHECK(found >= 4);  // both facts, head and cell of the table
    for (const pugi::xml_node& code : all(body, "w:instrText")) CHECK(std::string(code.child_value()).starts_with(" PAGEREF section_"));
  }
}

TEST_CASE("thirty hostile names stand in a workbook whole, and none is a formula", "[writers]") {
  for (const std::string& name : hostile_names()) {
    INFO(name);
    const OfficeFile file(tables_xlsx(called(name)));
    well_formed(file);
    for (const auto& [part, bytes] : file.parts()) {
      if (part.starts_with("xl/worksheets/")) CHECK(bytes.find("<f>") == std::string::npos);
    }
    int found = 0;
    for (const OpenSheet& sheet : sheets_of(file)) {
      for (const auto& [place, cell] : sheet.cells) found += cell.text == office::clean_text(name) ? 1 : 0;
    }
    CHECK(found >= 8);  // title, facts, caption, head, cell, note, names of charts, figure
    // every reference of a chart is a range of its own sheet
    for (const auto& [part, bytes] : file.parts()) {
      if (!part.starts_with("xl/charts/chart")) continue;
      for (const pugi::xml_node& range : all(file.xml(part), "c:f")) CHECK(std::string(range.child_value()).starts_with("'图'!$"));
    }
  }
}

TEST_CASE("thirty hostile names stand in CSV whole, and no cell begins as a formula does", "[writers]") {
  for (const std::string& name : hostile_names()) {
    INFO(name);
    if (first_bad_utf8(name)) continue;  // inputs with such bytes are refused, and a CSV reader of ours expects none
    for (const auto& [file, text] : document_csv(called(name))) {
      Problems problems;
      const auto rows = read_csv(without_bom(text), file, problems);
      CHECK(problems.empty());
      int found = 0;
      for (const CsvRow& row : rows) {
        for (const CsvCell& cell : row.cells) {
          found += unguarded(cell.text) == name ? 1 : 0;
          const bool formula = cell.text.size() > 1 && std::string_view("=+-@\t\r\n").find(cell.text[0]) != std::string_view::npos;
          CHECK_FALSE(formula);
        }
      }
      CHECK(found >= 2);
    }
  }
}

}  // namespace hostile_office_test
