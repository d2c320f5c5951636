#include "analysis/writers/html/table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Align;
using document::Table;

constexpr double kPadding = 1.2;    ///< em beside a text
constexpr double kLeastText = 6.0;  ///< em of a column of texts, which break anywhere
constexpr double kLeastNumber = 3.0;
constexpr double kMostTitle = 4.5;
constexpr double kMostNumber = 14.0;
constexpr double kSign = 2.0;  ///< of a badge or of an estimate

/// The widest number of a column with what stands beside it.
double number_need(const Table& table, std::size_t column) {
  // long titles break between words, short ones (2024Q1) stay whole
  double widest = std::clamp(text_width(table.columns[column].title, 1.1), kLeastNumber, kMostTitle);
  for (const auto& row : table.rows) {
    if (column >= row.size()) continue;
    for (const document::Line& line : row[column]) {
      double width = 0.0;
      for (const document::Run& run : line) width += text_width(run.text, 1.0) + (run.look == document::Look::plain ? 0.0 : kSign / 2.0);
      widest = std::max(widest, width);
    }
  }
  return std::min(widest, kMostNumber) + kPadding;
}

double need(const Table& table, std::size_t column) {
  return table.columns[column].align == Align::number ? number_need(table, column) : kLeastText + kPadding;
}

}  // namespace

TableWidths widths_of(const Table& table) {
  TableWidths out;
  double asked = 0.0;
  for (const document::Column& c : table.columns) asked += c.width;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out.parts.push_back(std::max(table.columns[i].width / asked, need(table, i) / kPaperWidth));
  const double whole = std::accumulate(out.parts.begin(), out.parts.end(), 0.0);
  for (std::size_t i = 0; i < out.parts.size(); ++i) {
    out.parts[i] /= whole;
    out.least = std::max(out.least, need(table, i) / out.parts[i]);
  }
  return out;
}

}  // namespace railshift::analysis::writers::html
