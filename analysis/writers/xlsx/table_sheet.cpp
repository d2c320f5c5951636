#include "analysis/writers/xlsx/table_sheet.hpp"

#include <xlsxwriter.h>

#include <algorithm>

#include "analysis/document/labels.hpp"
#include "analysis/writers/office/book_bytes.hpp"
#include "analysis/writers/office/figure_rows.hpp"
#include "analysis/writers/office/line_text.hpp"
#include "analysis/writers/xlsx/number_cell.hpp"
#include "sim/core/print_paper.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Document;
using document::Figure;
using document::Lines;
using document::Look;
using document::Run;
using document::Table;

constexpr int kHeadRow = 1;  // title, heads

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// The only run of a cell, if it is a figure.
const Run* only_figure(const Lines& cell) {
  return cell.size() == 1 && cell.front().size() == 1 && !cell.front().front().figure.empty() ? &cell.front().front() : nullptr;
}

Look look_of(const Lines& cell) { return cell.empty() || cell.front().empty() ? Look::plain : cell.front().front().look; }

/// The widest line of a text.
int widest_line(const std::string& text) {
  int widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, display_width(text.substr(at, end - at)));
    at = end + 1;
  }
  return widest;
}

class Sheet {
 public:
  Sheet(lxw_worksheet* sheet, const Document& document, SheetFormats& formats) : sheet_(sheet), document_(document), formats_(formats) {}

  void heads(const std::string& title, const std::vector<std::string>& names) {
    worksheet_write_string(sheet_, 0, 0, cell_text(title).c_str(), formats_.title());
    for (std::size_t c = 0; c < names.size(); ++c) {
      worksheet_write_string(sheet_, kHeadRow, column_of(c), cell_text(names[c]).c_str(), formats_.head());
      widths_.push_back(widest_line(names[c]) / 2 + 2);
    }
  }

  void cell(std::size_t row, std::size_t column, const Lines& lines) {
    const std::string words = line_text(lines, document_);
    widen(column, words);
    const Run* run = only_figure(lines);
    const auto figure = run == nullptr ? document_.figures.end() : document_.figures.find(run->figure);
    if (figure != document_.figures.end() && run->text == figure->second.text) {
      const auto number = number_cell(figure->second, estimate_behind(figure->second, document_.language));
      if (number) {
        worksheet_write_number(sheet_, row_of(row), column_of(column), number->value, formats_.number(number->format, run->look));
        return;
      }
    }
    text(row, column, words, look_of(lines));
  }

  void text(std::size_t row, std::size_t column, const std::string& words, Look look) {
    widen(column, words);
    cells_.push_back({row, column, words});
    const std::string held = cell_text(words);
    lxw_format* format = is_number(column) ? formats_.number("General", look) : formats_.text(look);
    if (held.empty())
      worksheet_write_blank(sheet_, row_of(row), column_of(column), format);
    else
      worksheet_write_string(sheet_, row_of(row), column_of(column), held.c_str(), format);
  }

  void number(std::size_t row, std::size_t column, double value) {
    worksheet_write_number(sheet_, row_of(row), column_of(column), value, formats_.number("General", Look::plain));
    widen(column, "0.000000000000");
  }

  /// Columns whose words stand on the right as numbers do.
  void numbers(std::vector<bool> columns) { numbers_ = std::move(columns); }

  void finish(const std::string& title) {
    heights();
    double characters = 0.0;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      const double width = column_width(widths_[c]);
      worksheet_set_column(sheet_, column_of(c), column_of(c), width, nullptr);
      characters += width;
    }
    set_page(sheet_, title, characters, kHeadRow);
  }

 private:
  [[nodiscard]] bool is_number(std::size_t column) const { return column < numbers_.size() && numbers_[column]; }

  /// Not every program finds the height of wrapped rows itself.
  void heights() {
    constexpr double kPointsALine = 14.4;
    std::map<std::size_t, int> lines;
    for (const Held& cell : cells_) {
      const double room = column_width(cell.column < widths_.size() ? widths_[cell.column] : 0);
      int here = 0;
      for (std::size_t at = 0; at <= cell.words.size();) {
        const std::size_t end = std::min(cell.words.find('\n', at), cell.words.size());
        here += wrapped_lines(display_width(cell.words.substr(at, end - at)), room);
        at = end + 1;
      }
      lines[cell.row] = std::max(lines[cell.row], here);
    }
    for (const auto& [row, count] : lines) {
      if (count > 1) worksheet_set_row(sheet_, row_of(row), std::min(count * kPointsALine, 400.0), nullptr);
    }
  }

  void widen(std::size_t column, const std::string& words) {
    if (column < widths_.size()) widths_[column] = std::max(widths_[column], widest_line(words));
  }

  lxw_worksheet* sheet_;
  const Document& document_;
  SheetFormats& formats_;
  struct Held {
    std::size_t row, column;
    std::string words;
  };
  std::vector<Held> cells_;  ///< texts, for the heights of rows
  std::vector<int> widths_;
  std::vector<bool> numbers_;
};

}  // namespace

void write_table(lxw_worksheet* page, const Table& table, const Document& document, SheetFormats& formats) {
  Sheet sheet(page, document, formats);
  std::vector<std::string> names;
  std::vector<bool> numbers;
  for (const auto& column : table.columns) {
    names.push_back(column.title);
    numbers.push_back(column.align == document::Align::number);
  }
  sheet.heads(table.caption, names);
  sheet.numbers(numbers);
  std::size_t row = kHeadRow + 1;
  for (const auto& cells : table.rows) {
    for (std::size_t c = 0; c < cells.size(); ++c) sheet.cell(row, c, cells[c]);
    ++row;
  }
  if (!table.note.empty()) worksheet_write_string(page, row_of(row), 0, cell_text(table.note).c_str(), formats.plain());
  sheet.finish(table.caption);
}

void write_figures(lxw_worksheet* page, const std::string& title, const Document& document, SheetFormats& formats) {
  Sheet sheet(page, document, formats);
  sheet.heads(title, figure_headings(document.language));
  std::size_t row = kHeadRow + 1;
  for (const auto& [id, figure] : document.figures) {
    const std::vector<std::string> cells = figure_cells(id, figure);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c == kFigureValue && figure.value)
        sheet.number(row, c, *figure.value);
      else if (c == kFigureRuns)
        sheet.number(row, c, figure.n);
      else
        sheet.text(row, c, c == kFigureOf ? of_words(figure.of, document.language) : cells[c], Look::plain);
    }
    ++row;
  }
  sheet.finish(title);
}

}  // namespace railshift::analysis::writers::office
