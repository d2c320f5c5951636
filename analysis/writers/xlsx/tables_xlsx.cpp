#include "analysis/writers/xlsx/tables_xlsx.hpp"

#include <xlsxwriter.h>

#include "analysis/writers/office/book_bytes.hpp"
#include "analysis/writers/xlsx/chart_sheet.hpp"
#include "analysis/writers/xlsx/sheet_names.hpp"
#include "analysis/writers/xlsx/table_sheet.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Document;
using document::Table;

struct Named {
  std::string sheet;  ///< its name
  std::string title;  ///< what stands on it
  lxw_worksheet* page = nullptr;
};

class Workbook {
 public:
  Workbook(lxw_workbook* book, const Document& document) : book_(book), document_(document), formats_(book) {}

  void write() {
    const Named contents = add(word("目录", "Contents"), word("目录", "Contents"));
    for (const Table* table : tables()) {
      const Named& of = named_.emplace_back(add(table->caption, table->caption.empty() ? table->id : table->caption));
      write_table(of.page, *table, document_, formats_);
    }
    const std::string charts = word("图", "Charts"), figures = word("数字清单", "Figures");
    if (!charts_of(document_).empty()) {
      const Named& of = named_.emplace_back(add(charts, charts));
      write_charts({book_, of.page, of.sheet}, charts, document_, formats_);
    }
    const Named& of = named_.emplace_back(add(figures, figures));
    write_figures(of.page, figures, document_, formats_);
    write_contents(contents);
  }

 private:
  [[nodiscard]] std::string word(const char* zh, const char* en) const { return document_.language == Language::zh ? zh : en; }

  Named add(const std::string& wish, const std::string& title) {
    const std::string name = names_.take(wish, word("表", "Table"));
    lxw_worksheet* page = workbook_add_worksheet(book_, name.c_str());
    if (page == nullptr) throw Failed(both("工作表不能叫 {}", "no sheet can be named {}", name));
    return {name, title, page};
  }

  [[nodiscard]] std::vector<const Table*> tables() const {
    std::vector<const Table*> out;
    for (const auto& section : document_.sections) {
      for (const auto& block : section.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) out.push_back(table);
      }
    }
    return out;
  }

  void line(const Named& of, const std::string& left, const std::string& right) {
    worksheet_write_string(of.page, row_, 0, cell_text(left).c_str(), formats_.plain());
    worksheet_write_string(of.page, row_, 1, cell_text(right).c_str(), formats_.plain());
    ++row_;
  }

  void write_contents(const Named& of) {
    worksheet_write_string(of.page, row_++, 0, cell_text(document_.title).c_str(), formats_.title());
    if (!document_.subtitle.empty()) line(of, document_.subtitle, "");
    if (!document_.date.empty()) line(of, document_.date, "");
    for (const auto& fact : document_.facts) line(of, fact.name, fact.text);
    ++row_;
    worksheet_write_string(of.page, row_, 0, word("工作表", "Sheet").c_str(), formats_.head());
    worksheet_write_string(of.page, row_++, 1, word("内容", "What it holds").c_str(), formats_.head());
    for (const Named& sheet : named_) link(of, sheet);
    worksheet_set_column(of.page, 0, 0, 36, nullptr);
    worksheet_set_column(of.page, 1, 1, 56, nullptr);
    set_page(of.page, document_.title, 0, -1);
  }

  void link(const Named& of, const Named& sheet) {
    const std::string target = "internal:'" + sheet.sheet + "'!A1";
    worksheet_write_url(of.page, row_, 0, target.c_str(), formats_.link());
    worksheet_write_string(of.page, row_, 0, cell_text(sheet.sheet).c_str(), formats_.link());
    worksheet_write_string(of.page, row_, 1, cell_text(sheet.title).c_str(), formats_.plain());
    ++row_;
  }

  lxw_workbook* book_;
  const Document& document_;
  SheetFormats formats_;
  SheetNames names_;
  std::vector<Named> named_;
  lxw_row_t row_ = 0;
};

}  // namespace
}  // namespace railshift::analysis::writers::office

namespace railshift::analysis::writers {

std::string tables_xlsx(const document::Document& document) {
  return office::book_bytes([&document](lxw_workbook* book) { office::Workbook(book, document).write(); });
}

}  // namespace railshift::analysis::writers
