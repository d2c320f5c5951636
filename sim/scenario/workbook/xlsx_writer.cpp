#include "sim/scenario/workbook/xlsx_writer.hpp"

#include <xlsxwriter.h>

#ifdef RAILSHIFT_SANITIZE
#include <sanitizer/lsan_interface.h>
#endif

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/print_paper.hpp"
#include "sim/scenario/workbook/sheet.hpp"
#include "sim/scenario/workbook/whole_workbook.hpp"

namespace railshift::scenario {
namespace {

constexpr lxw_color_t kGrey = 0x808080;
constexpr lxw_color_t kBand = 0xDDEBF7;
/// Workbooks carry a day of creation; a fixed one keeps equal workbooks equal.
constexpr std::time_t kCreated = 946684800;

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row - 1); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column - 1); }

/// Text that looks like the escape of a character, _x000D_, has its first underline escaped in turn.
std::string escaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool shape = text.compare(i, 2, "_x") == 0 && i + 6 < text.size() && text[i + 6] == '_' &&
                       text.find_first_not_of("0123456789abcdefABCDEF", i + 2) == i + 6;
    out += shape ? "_x005F_" : text.substr(i, 1);
  }
  return out;
}

void set_look(lxw_format* format, Look look) {
  switch (look) {
    case Look::title:
      format_set_bold(format);
      format_set_bg_color(format, kBand);
      format_set_text_wrap(format);
      return;
    case Look::small_print:
      format_set_font_size(format, 9);
      format_set_bg_color(format, kBand);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      return;
    case Look::name:
      format_set_font_size(format, 8);
      format_set_font_color(format, kGrey);
      format_set_bg_color(format, kBand);
      return;
    case Look::text:
      format_set_num_format(format, "@");
      return;
    case Look::long_text:
      format_set_num_format(format, "@");
      format_set_text_wrap(format);
      return;
    case Look::number:
      return;
    case Look::day:
      format_set_num_format(format, "yyyy-mm-dd");
      return;
    case Look::heading:
      format_set_bold(format);
      format_set_font_size(format, 14);
      return;
    case Look::paragraph:
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      return;
  }
}

}  // namespace

XlsxWriter::XlsxWriter(const std::filesystem::path& path) : path_(path.generic_string()), workbook_(workbook_new(path.c_str())) {
  if (workbook_ == nullptr) throw Failed(both("无法写入 {}", "cannot write {}", path_));
  lxw_doc_properties properties{};
  properties.created = kCreated;
  workbook_set_properties(workbook_, &properties);
  for (const Look look :
       {Look::title, Look::small_print, Look::name, Look::text, Look::long_text, Look::number, Look::day, Look::heading, Look::paragraph}) {
    formats_.push_back(workbook_add_format(workbook_));
    set_look(formats_.back(), look);
  }
}

XlsxWriter::~XlsxWriter() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

void XlsxWriter::check(int error, int row, int column) const {
  if (error == LXW_NO_ERROR) return;
  throw Failed(both("{}：无法写入工作簿：{}", "{}: cannot be written to a workbook: {}", sheet_place({sheet_name_, row, column}),
                    lxw_strerror(static_cast<lxw_error>(error))));
}

void XlsxWriter::start_sheet(const std::string& name) {
  sheet_name_ = name;
  width_ = 0.0;
  sheet_ = workbook_add_worksheet(workbook_, name.c_str());
  if (sheet_ == nullptr) throw Failed(both("工作表不能叫 {}", "no sheet can be named {}", name));
}

void XlsxWriter::text(int row, int column, const std::string& value, Look look) {
  ++cells_;
  check(worksheet_write_string(sheet_, row_of(row), column_of(column), escaped(value).c_str(), format(look)), row, column);
}

void XlsxWriter::number(int row, int column, double value, Look look) {
  ++cells_;
  check(worksheet_write_number(sheet_, row_of(row), column_of(column), value, format(look)), row, column);
}

void XlsxWriter::column(int column, double width, Look look) {
  width_ += width;
  check(worksheet_set_column(sheet_, column_of(column), column_of(column), width, format(look)), 0, column);
}

void XlsxWriter::height(int row, int lines) {
  constexpr double kPointsPerLine = 15;
  check(worksheet_set_row(sheet_, row_of(row), kPointsPerLine * lines, nullptr), row, 1);
}

void XlsxWriter::freeze(int rows, int columns) {
  worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(columns));
}

void XlsxWriter::print(int rows) {
  const PrintPaper paper = print_paper(width_);
  worksheet_set_paper(sheet_, static_cast<std::uint8_t>(paper.size));
  if (paper.across) worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.6);
  worksheet_set_footer(sheet_, "&C&A  — &P / &N —");
  if (rows > 0) check(worksheet_repeat_rows(sheet_, 0, row_of(rows)), rows, 1);
}

void XlsxWriter::drop_down(int first, int last, int column, const std::string& source, Typing typing) {
  std::string range = source;
  std::string message = "请从下拉列表中选";
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = range.data();
  rule.error_type = typing == Typing::refused ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_message = message.data();
#ifdef RAILSHIFT_SANITIZE
  // libxlsxwriter 1.1.4 copies the range twice and frees one copy: some 20 bytes a drop-down, which the leak check would count as ours
  const __lsan::ScopedDisabler not_ours;
#endif
  check(worksheet_data_validation_range(sheet_, row_of(first), column_of(column), row_of(last), column_of(column), &rule), first, column);
}

void XlsxWriter::close() {
  lxw_workbook* workbook = workbook_;
  workbook_ = nullptr;  // freed by the call below, whatever it answers
  const lxw_error error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) throw Failed(both("无法写入 {}：{}", "cannot write {}: {}", path_, lxw_strerror(error)));
  require_whole_workbook(path_, cells_);
}

}  // namespace railshift::scenario
