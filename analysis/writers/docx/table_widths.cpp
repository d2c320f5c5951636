#include "analysis/writers/docx/table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/document/labels.hpp"
#include "analysis/writers/docx/table_balance.hpp"
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

/// No column asks for more than this, however long its words are: they are broken then.
constexpr double kMostEms = 14.0;

/// A column of texts that breaks at every sign is no text any more.
constexpr double kLeastTextEms = 5.0, kLeastEms = 2.0;

/// A short outcome stays on one line with its sign, which fonts make nearly as wide as a Chinese character.
constexpr double kWholeBadgeEms = 6.5, kSignEms = 0.4;

double need_of_run(const Run& run, bool loose) {
  if (run.figure.empty() && !document::sign_of(run.look).empty()) {
    const std::string badge = clean_text(document::badge_text(run.text, run.look));
    const double whole = ems_of(badge) + kSignEms;
    return whole <= kWholeBadgeEms ? whole : widest_piece(badge);
  }
  const std::string text = clean_text(run.text);
  return run.figure.empty() || loose ? widest_piece(text) : ems_of(text);
}

double need_of(const Lines& cell, bool loose) {
  double need = 0.0;
  for (const Line& line : cell) {
    for (const Run& run : line) need = std::max(need, need_of_run(run, loose));
  }
  return need;
}

double longest_of(const Lines& cell) {
  double longest = 0.0;
  for (const Line& line : cell) {
    double here = 0.0;
    for (const Run& run : line) here += ems_of(clean_text(run.text));
    longest = std::max(longest, here);
  }
  return longest;
}

std::vector<double> needs_of(const Table& table, bool loose) {
  std::vector<double> needs;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    double need = std::max(kLeastEms, widest_piece(clean_text(table.columns[c].title)));
    double longest = need;
    for (const auto& row : table.rows) {
      need = std::max(need, c < row.size() ? need_of(row[c], loose) : 0.0);
      longest = std::max(longest, c < row.size() ? longest_of(row[c]) : 0.0);
    }
    if (table.columns[c].align == document::Align::text) need = std::max(need, std::min(longest, kLeastTextEms));
    needs.push_back(std::min(need, kMostEms));
  }
  return needs;
}

/// The least widths at a size, twips.
std::vector<double> least_of(const std::vector<double>& needs, int size) {
  std::vector<double> least;
  for (const double need : needs) least.push_back(need * size * 10.0 + kMargins);
  return least;
}

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

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

double ems_of(std::string_view text) {
  double width = 0.0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint sign = codepoint_at(text, at);
    width += ems(text.substr(at, sign.bytes));
    at += sign.bytes;
  }
  return width;
}

TableWidths table_widths(const Table& table, int total, int size, int smallest) {
  TableWidths out{{}, size};
  std::vector<double> least;
  const std::vector<double> whole = needs_of(table, false), parted = needs_of(table, true);
  for (out.size = size;; --out.size) {
    for (const bool loose : {false, true}) {
      out.loose = loose;
      least = least_of(loose ? parted : whole, out.size);
      out.fits = sum_of(least) <= total;
      if (out.fits) break;
    }
    if (out.fits || out.size <= smallest) break;
  }
  double asked = 0.0;
  for (const auto& column : table.columns) asked += column.width;
  std::vector<double> widths;
  for (const auto& column : table.columns)
    widths.push_back(total * (asked > 0.0 ? column.width / asked : 1.0 / static_cast<double>(table.columns.size())));
  TableEms ems = table_ems(table);
  std::vector<CellEms>& head = *ems.insert(ems.begin(), std::vector<CellEms>());
  for (const auto& column : table.columns) head.push_back({ems_of(clean_text(column.title))});
  widths = balanced(shifted(widths, least), ems, {least, kMargins, out.size});
  int left = total;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    out.twips.push_back(c + 1 == widths.size() ? left : static_cast<int>(widths[c]));
    left -= out.twips.back();
  }
  return out;
}

double row_lines(const std::vector<document::Lines>& row, const TableWidths& widths) {
  std::vector<CellEms> cells(widths.twips.size());
  for (std::size_t c = 0; c < row.size() && c < cells.size(); ++c) cells[c] = cell_ems(row[c]);
  return lines_of({widths.twips.begin(), widths.twips.end()}, {cells}, {{}, kMargins, widths.size});
}

std::vector<int> box_widths(const document::Boxes& boxes, std::size_t first, std::size_t end, int total) {
  constexpr double kTitle = 9.0;  // ems beside the sign of a title
  std::vector<double> ems;
  for (std::size_t i = first; i < end; ++i) {
    double sum = kTitle;
    for (const Line& line : boxes.boxes[i].names) {
      for (const Run& run : line) sum += ems_of(clean_text(run.text));
    }
    ems.push_back(sum);
  }
  const double mean = static_cast<double>(total) / static_cast<double>(end - first), all = sum_of(ems);
  std::vector<double> widths, least;
  for (std::size_t i = first; i < end; ++i) {
    widths.push_back(total * ems[i - first] / all);
    least.push_back(std::min(mean, std::max(mean * 0.62, (ems_of(clean_text(boxes.boxes[i].title)) + 2.0) * 200.0 + kMargins)));
  }
  widths = shifted(widths, least);
  std::vector<int> out;
  int left = total;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    out.push_back(i + 1 == widths.size() ? left : static_cast<int>(widths[i]));
    left -= out.back();
  }
  return out;
}

}  // namespace railshift::analysis::writers::office
