#include "analysis/writers/html/table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/document/labels.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {
using document::Align;
using document::Table;

constexpr double kPadding = 1.2;    ///< em beside a text
constexpr double kMostTitle = 4.5;  ///< longer titles break between words, short ones (2024Q1) stay whole
constexpr double kMostNumber = 14.0;
constexpr double kMostText = 6.0;  ///< texts break anywhere
constexpr double kMostBadge = 9.0;
constexpr double kBadge = 2.4;  ///< frame and sign of a badge
constexpr double kLeast = 2.0;

bool is_badge(document::Look look) { return !document::sign_of(look).empty(); }

/// What a cell needs: its longest number, or for a text the widest badge and a few characters.
double cell_need(const document::Lines& lines, Align align) {
  double widest = 0.0;
  for (const document::Line& line : lines) {
    double width = 0.0;
    for (const document::Run& run : line) {
      const double own = text_width(run.text, 1.0) + (is_badge(run.look) ? kBadge : 0.0);
      width += own;
      if (is_badge(run.look)) widest = std::max(widest, std::min(own, kMostBadge));
    }
    widest = std::max(widest, std::min(width, align == Align::number ? kMostNumber : kMostText));
  }
  return widest;
}

double need(const Table& table, std::size_t column) {
  double widest = std::clamp(text_width(table.columns[column].title, 1.1), kLeast, kMostTitle);
  for (const auto& row : table.rows) {
    if (column < row.size()) widest = std::max(widest, cell_need(row[column], table.columns[column].align));
  }
  return widest + kPadding;
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
