#include "analysis/look/output/workbook.hpp"

#include <algorithm>
#include <map>

#include <xlsxwriter.h>

#include "analysis/look/tables/sheets.hpp"
#include "sim/core/print_paper.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::look {
namespace {

constexpr lxw_row_t kHeadRow = 2;  // title, lead, headings
/// Equal looks are equal bytes: a workbook carries this time (2000-01-01) instead of that of its writing.
constexpr long kWorkbookTime = 946684800;
constexpr int kNarrowest = 9;
constexpr int kWidest = 60;

/// What Excel allows as the name of a sheet: 31 characters, none of these signs.
std::string sheet_name(std::size_t number, const std::string& title) {
  constexpr std::size_t kLongest = 28;
  std::string name = std::to_string(number) + " ";
  std::size_t length = name.size();
  for (std::size_t at = 0; at < title.size() && length < kLongest;) {
    const std::size_t bytes = codepoint_at(title, at).bytes;
    const std::string sign = title.substr(at, bytes);
    at += bytes;
    if (sign == ":" || sign == "：" || sign == ",") break;  // what follows explains
    if (std::string_view("[]*?/\\").find(sign) != std::string_view::npos) continue;
    name += sign;
    ++length;
  }
  return name;
}

/// Formats of one workbook.
class Formats {
 public:
  explicit Formats(lxw_workbook* book)
      : book_(book),
        title_(workbook_add_format(book)),
        head_(workbook_add_format(book)),
        text_(workbook_add_format(book)),
        none_(workbook_add_format(book)) {
    format_set_bold(title_);
    format_set_font_size(title_, 14);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_bg_color(head_, 0xEEEEEE);
    format_set_border(head_, LXW_BORDER_THIN);
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(none_, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(none_, LXW_ALIGN_RIGHT);
  }
  [[nodiscard]] lxw_format* title() const { return title_; }
  [[nodiscard]] lxw_format* head() const { return head_; }
  [[nodiscard]] lxw_format* text() const { return text_; }
  /// Of the dash that stands where a number does not.
  [[nodiscard]] lxw_format* none() const { return none_; }
  [[nodiscard]] lxw_format* number(int decimals) {
    lxw_format*& format = numbers_[decimals];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      format_set_num_format(format, ("#,##0" + (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "")).c_str());
    }
    return format;
  }

 private:
  lxw_workbook* book_;
  lxw_format* title_;
  lxw_format* head_;
  lxw_format* text_;
  lxw_format* none_;
  std::map<int, lxw_format*> numbers_;
};

/// Headings take two lines: bold, and with the button of the filter beside them.
int width_of(const Sheet& sheet, std::size_t column) {
  int width = std::max(kNarrowest, display_width(sheet.columns[column]) * 11 / 20 + 2);
  for (const auto& row : sheet.rows) width = std::max(width, display_width(written(row[column])) + 2);
  return std::min(width, kWidest);
}

/// Titles and headings have a format and are cells even if they are empty; other empty texts are none.
std::size_t cells_of(const Sheet& sheet) {
  std::size_t cells = 1 + (sheet.lead.empty() ? 0 : 1) + sheet.columns.size();
  for (const auto& row : sheet.rows)
    cells += static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const Cell& c) { return c.number || !c.text.empty(); }));
  return cells;
}

/// One page wide, title and headings on every page, page numbers below.
void set_page(lxw_worksheet* page, const Sheet& sheet) {
  int characters = 0;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) characters += width_of(sheet, c);
  const PrintPaper paper = print_paper(characters);
  worksheet_set_paper(page, static_cast<std::uint8_t>(paper.size));
  if (paper.across) worksheet_set_landscape(page);
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_set_margins(page, 0.5, 0.5, 0.6, 0.6);
  worksheet_repeat_rows(page, 0, kHeadRow);
  worksheet_set_footer(page, "&C— &P / &N —");
}

/// Not every program finds the height of wrapped rows itself.
void set_heights(lxw_worksheet* page, const Sheet& sheet) {
  constexpr double kPointsALine = 15.0;
  const auto lines = [&](const auto& texts) {
    int most = 1;
    for (std::size_t c = 0; c < sheet.columns.size(); ++c)
      most = std::max(most, wrapped_lines(display_width(texts(c)), width_of(sheet, c)));
    return most;
  };
  const auto set = [&](lxw_row_t row, int count) {
    if (count > 1) worksheet_set_row(page, row, kPointsALine * count, nullptr);
  };
  set(kHeadRow, lines([&](std::size_t c) { return sheet.columns[c]; }));
  for (std::size_t r = 0; r < sheet.rows.size(); ++r)
    set(static_cast<lxw_row_t>(kHeadRow + 1 + r),
        lines([&](std::size_t c) { return sheet.rows[r][c].number ? std::string() : sheet.rows[r][c].text; }));
}

void write(lxw_worksheet* page, const Sheet& sheet, Formats& formats) {
  set_page(page, sheet);
  set_heights(page, sheet);
  worksheet_write_string(page, 0, 0, sheet.title.c_str(), formats.title());
  worksheet_write_string(page, 1, 0, sheet.lead.c_str(), nullptr);
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_write_string(page, kHeadRow, column, sheet.columns[c].c_str(), formats.head());
    worksheet_set_column(page, column, column, width_of(sheet, c), nullptr);
  }
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const auto row = static_cast<lxw_row_t>(kHeadRow + 1 + r);
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      const Cell& cell = sheet.rows[r][c];
      const auto column = static_cast<lxw_col_t>(c);
      if (cell.number)
        worksheet_write_number(page, row, column, *cell.number, formats.number(cell.decimals));
      else
        worksheet_write_string(page, row, column, cell.text.c_str(), cell.text == "—" ? formats.none() : formats.text());
    }
  }
  worksheet_freeze_panes(page, kHeadRow + 1, 0);
  if (!sheet.rows.empty()) {
    worksheet_autofilter(page, kHeadRow, 0, static_cast<lxw_row_t>(kHeadRow + sheet.rows.size()),
                         static_cast<lxw_col_t>(sheet.columns.size() - 1));
  }
}

}  // namespace

std::size_t write_workbook(const World& world, const Look& look, Language language, const std::string& path) {
  const Scribe s(world, look, language);
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return 0;
  lxw_doc_properties properties{};
  properties.created = static_cast<time_t>(kWorkbookTime);
  workbook_set_properties(book, &properties);
  Formats formats(book);
  std::size_t number = 0, cells = 0;
  for (const Sheet& sheet : all_sheets(s)) {
    cells += cells_of(sheet);
    write(workbook_add_worksheet(book, sheet_name(++number, sheet.title).c_str()), sheet, formats);
  }
  return workbook_close(book) == LXW_NO_ERROR ? cells : 0;
}

}  // namespace railshift::analysis::look
