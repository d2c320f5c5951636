/// The same figure is the same string in every format.
#include <catch2/catch.hpp>

#include "analysis/writers/csv/document_csv.hpp"
#include "analysis/writers/docx/docx.hpp"
#include "analysis/writers/html/html_page.hpp"
#include "analysis/writers/xlsx/tables_xlsx.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace same_text_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

namespace {

/// Two hundred figures of all sizes and forms in one table, and what the sample has.
Document many_figures() {
  Document d = sample();
  Table table{"many", "数字", {{"数字", Align::number, 1.0}}, {}, ""};
  const std::array<std::pair<double, const char*>, 8> forms{
      {{1.0, ""}, {0.01, "%"}, {1e4, " 万吨"}, {1.0, " t"}, {1e8, " 亿元"}, {1.0, " 辆/日"}, {1e6, " Mt"}, {0.01, " 个百分点"}}};
  for (int i = 0; i < 200; ++i) {
    const auto& [scale, unit] = forms[static_cast<std::size_t>(i) % forms.size()];
    const double seen = (i % 3 == 0 ? -1 : 1) * (i * 37.0 + 1.0 / (i + 1));
    const std::string id = "many:" + std::to_string(i);
    Figure f;
    f.value = seen * scale;
    std::array<char, 64> digits{};
    std::snprintf(digits.data(), digits.size(), "%.*f", i % 4, seen);
    f.text = std::string(digits.data()) + unit;
    f.from = {"metrics.csv", {{"row", std::to_string(i)}}, "value", "", {}};
    d.figures[id] = f;
    table.rows.push_back({Lines{{{f.text, Look::plain, id}}}});
  }
  d.sections[1].blocks.push_back(table);
  return d;
}

std::multiset<std::string> in_docx(const Document& d) {
  std::multiset<std::string> out;
  const OfficeFile file(docx(d));
  for (const pugi::xml_node& run : all(file.xml("word/document.xml"), "w:t")) out.insert(loosened(run.child_value()));
  for (const auto& [name, bytes] : file.parts()) {
    if (!name.starts_with("word/charts/chart")) continue;
    for (const pugi::xml_node& label : all(file.xml(name), "a:t")) out.insert(loosened(label.child_value()));
  }
  return out;
}

std::multiset<std::string> in_xlsx(const Document& d) {
  std::multiset<std::string> out;
  for (const OpenSheet& sheet : sheets_of(OfficeFile(tables_xlsx(d)))) {
    for (const auto& [place, cell] : sheet.cells) out.insert(cell.text);
  }
  return out;
}

std::multiset<std::string> in_csv(const Document& d) {
  std::multiset<std::string> out;
  for (const auto& [name, text] : document_csv(d)) {
    Problems problems;
    for (const CsvRow& row : read_csv(without_bom(text), name, problems)) {
      for (const CsvCell& cell : row.cells) out.insert(std::string(unguarded(cell.text)));
    }
    CHECK(problems.empty());
  }
  return out;
}

}  // namespace

TEST_CASE("every figure that a report shows has the same string in page, document, workbook and CSV", "[writers]") {
  const Document d = many_figures();
  const std::string page = html_page(d);
  const auto document = in_docx(d), workbook = in_xlsx(d), csv = in_csv(d);
  int seen = 0;
  for (const auto& [id, figure] : d.figures) {
    INFO(id << " " << figure.text);
    CHECK(page.find(figure.text) != std::string::npos);
    CHECK(document.count(figure.text) >= 1);
    CHECK(workbook.count(figure.text) >= 1);
    CHECK(csv.count(figure.text) >= 1);
    if (id.starts_with("many:")) CHECK(workbook.count(figure.text) >= 2);  // in the table and in the list of figures
    ++seen;
  }
  CHECK(seen == 205);
}

TEST_CASE("most figures of a table are numbers of the workbook, not texts", "[writers]") {
  int numbers = 0;
  for (const OpenSheet& sheet : sheets_of(OfficeFile(tables_xlsx(many_figures())))) {
    if (sheet.name != "数字") continue;
    for (const auto& [place, cell] : sheet.cells) numbers += cell.number ? 1 : 0;
  }
  CHECK(numbers >= 190);
}

}  // namespace same_text_test
