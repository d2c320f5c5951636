#include "analysis/writers/xlsx/sheet_page.hpp"

#include <xlsxwriter.h>

#include <algorithm>

#include "analysis/writers/office/book_bytes.hpp"
#include "sim/core/print_paper.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Look;

constexpr std::size_t kLongestHeader = 60;

lxw_color_t colour_of(Look look) {
  switch (look) {
    case Look::good:
      return 0x1E6B34;
    case Look::open:
      return 0x8A5A00;
    case Look::bad:
      return 0xA61C1C;
    case Look::unsure:
      return 0x5B3E8C;
    case Look::off:
    case Look::small:
      return 0x5F5F5F;
    case Look::plain:
    case Look::strong:
      return LXW_COLOR_BLACK;
  }
  return LXW_COLOR_BLACK;
}

void set_look(lxw_format* format, Look look) {
  if (look == Look::strong || look == Look::good || look == Look::bad) format_set_bold(format);
  if (colour_of(look) != LXW_COLOR_BLACK) format_set_font_color(format, colour_of(look));
}

/// In headers & starts a command, and doubled it is itself.
std::string header_text(const std::string& title) {
  std::string out;
  std::size_t signs = 0;
  const std::string text = cell_text(title);
  for (std::size_t at = 0; at < text.size() && signs < kLongestHeader; ++signs) {
    const Codepoint sign = codepoint_at(text, at);
    const std::string piece = text.substr(at, sign.bytes);
    out += piece == "&" ? "&&" : piece == "\n" ? " " : piece;
    at += sign.bytes;
  }
  return out;
}

}  // namespace

lxw_format* SheetFormats::made(const std::string& key) {
  lxw_format*& format = formats_[key];
  if (format == nullptr) format = workbook_add_format(book_);
  return format;
}

lxw_format* SheetFormats::title() {
  lxw_format* format = made("title");
  format_set_bold(format);
  format_set_font_size(format, 14);
  return format;
}

lxw_format* SheetFormats::head() {
  lxw_format* format = made("head");
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_CENTER);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(format, 0xEDEDED);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

lxw_format* SheetFormats::plain() { return made("plain"); }

lxw_format* SheetFormats::link() {
  lxw_format* format = made("link");
  format_set_font_color(format, 0x0563C1);
  format_set_underline(format, LXW_UNDERLINE_SINGLE);
  return format;
}

lxw_format* SheetFormats::text(Look look) {
  lxw_format* format = made("text " + std::string(document::kLookNames.at(static_cast<std::size_t>(look))));
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  set_look(format, look);
  return format;
}

lxw_format* SheetFormats::number(const std::string& number, Look look) {
  lxw_format* format = made("number " + std::string(document::kLookNames.at(static_cast<std::size_t>(look))) + number);
  format_set_num_format(format, number.c_str());
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_RIGHT);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  set_look(format, look);
  return format;
}

double column_width(int display) { return std::clamp(display * 1.1 + 2.0, 8.0, 40.0); }

void set_page(lxw_worksheet* sheet, const std::string& title, double characters, int head_row) {
  const PrintPaper paper = print_paper(characters);
  worksheet_set_paper(sheet, static_cast<std::uint8_t>(paper.size));
  if (paper.across) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.6, 0.6, 0.8, 0.7);
  worksheet_center_horizontally(sheet);
  worksheet_set_header(sheet, ("&C" + header_text(title)).c_str());
  worksheet_set_footer(sheet, "&C— &P / &N —");
  if (head_row < 0) return;
  worksheet_repeat_rows(sheet, 0, static_cast<lxw_row_t>(head_row));
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(head_row + 1), 0);
}

}  // namespace railshift::analysis::writers::office
