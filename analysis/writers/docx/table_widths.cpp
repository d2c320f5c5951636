#include "analysis/writers/docx/table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/writers/office/xml_text.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Line;
using document::Lines;
using document::Run;
using document::Table;

/// Left and right of the text in a cell, twips.
constexpr double kMargins = 130;

/// Width of a character in ems: Chinese 1, others 0.55 (a digit of Times is 0.5, a capital up to 0.9).
double ems(std::string_view sign) { return display_width(sign) >= 2 ? 1.0 : 0.55; }

/// The widest piece of a text that no line may break, in ems. Chinese breaks between any two characters.
double widest_piece(std::string_view text) {
  double widest = 0.0, word = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint sign = codepoint_at(text, at);
    const double wide = ems(text.substr(at, sign.bytes));
    at += sign.bytes;
    const bool blank = sign.value == U' ' || sign.value == U'\n' || sign.value == U'\t' || sign.value == U'-' || sign.value == U'/';
    word = blank ? 0.0 : wide >= 1.0 ? wide : word + wide;
    widest = std::max(widest, word);
  }
  return widest;
}

double whole(std::string_view text) {
  double width = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint sign = codepoint_at(text, at);
    width += ems(text.substr(at, sign.bytes));
    at += sign.bytes;
  }
  return width;
}

/// No column asks for more than this, however long its words are: they are broken then.
constexpr double kMostEms = 14.0;

double need_of(const Lines& cell) {
  double need = 0.0;
  for (const Line& line : cell) {
    for (const Run& run : line) {
      const std::string text = clean_text(run.text);
      need = std::max(need, run.figure.empty() ? widest_piece(text) : whole(text));
    }
  }
  return need;
}

std::vector<double> needs_of(const Table& table) {
  std::vector<double> needs;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    double need = std::max(2.0, widest_piece(clean_text(table.columns[c].title)));
    for (const auto& row : table.rows) need = std::max(need, c < row.size() ? need_of(row[c]) : 0.0);
    needs.push_back(std::min(need, kMostEms));
  }
  return needs;
}

/// Columns with room give to those that lack it, in proportion to their room.
std::vector<double> shifted(std::vector<double> widths, const std::vector<double>& least) {
  double lacking = 0.0, room = 0.0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    lacking += std::max(0.0, least[c] - widths[c]);
    room += std::max(0.0, widths[c] - least[c]);
  }
  if (room <= 0.0) return widths;
  const double part = std::min(1.0, lacking / room), got = lacking > 0.0 ? std::min(1.0, room / lacking) : 0.0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const double spare = widths[c] - least[c];
    widths[c] -= spare > 0.0 ? spare * part : spare * got;
  }
  return widths;
}

}  // namespace

TableWidths table_widths(const Table& table, int total, int size, int smallest) {
  const std::vector<double> needs = needs_of(table);
  const double sum =
      std::accumulate(table.columns.begin(), table.columns.end(), 0.0, [](double s, const auto& column) { return s + column.width; });
  std::vector<double> widths, least;
  for (const auto& column : table.columns)
    widths.push_back(total * (sum > 0.0 ? column.width / sum : 1.0 / static_cast<double>(table.columns.size())));
  int at = size;
  for (;; --at) {
    least.clear();
    for (const double need : needs) least.push_back(need * at * 10.0 + kMargins);
    const double together = std::accumulate(least.begin(), least.end(), 0.0);
    if (together <= total || at <= smallest) break;
  }
  widths = shifted(widths, least);
  TableWidths out{{}, at};
  int left = total;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    out.twips.push_back(c + 1 == widths.size() ? left : static_cast<int>(widths[c]));
    left -= out.twips.back();
  }
  return out;
}

}  // namespace railshift::analysis::writers::office
