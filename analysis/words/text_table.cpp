#include "analysis/words/text_table.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

constexpr int kGap = 2;

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

std::string padded(const TextCell& cell, int width, Align align) {
  const std::string space = blanks(width - display_width(cell.text));
  const std::string text = cell.before + cell.text + cell.after;
  return align == Align::right ? space + text : text + space;
}

/// Letters, digits and what stands inside numbers and ids; other characters (Chinese ones) are words of their own.
bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_' || c == '%' || c == '\'';
}

std::string without_end(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

}  // namespace

void TextTable::row(std::vector<TextCell> cells) {
  RAILSHIFT_EXPECTS(cells.size() == columns_.size() && cells.size() > 1, "a row has a cell in every column");
  rows_.push_back(std::move(cells));
}

void TextTable::line(std::string text) { rows_.push_back({TextCell(std::move(text))}); }

std::vector<int> TextTable::widths() const {
  std::vector<int> widths(columns_.size(), 0);
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; cells.size() > 1 && i < cells.size(); ++i) widths[i] = std::max(widths[i], display_width(cells[i].text));
  }
  return widths;
}

int TextTable::width() const {
  const std::vector<int> each = widths();
  return std::accumulate(each.begin(), each.end(), kGap * (static_cast<int>(each.size()) - 1));
}

std::string TextTable::text(int indent) const {
  const std::vector<int> width_of = widths();
  std::string out;
  for (const auto& cells : rows_) {
    std::string line = cells.size() == 1 ? cells.front().text : std::string{};
    for (std::size_t i = 0; cells.size() > 1 && i < cells.size(); ++i) {
      line += (i == 0 ? "" : blanks(kGap)) + padded(cells[i], width_of[i], columns_[i]);
    }
    out += without_end(blanks(indent) + line) + '\n';
  }
  return out;
}

std::string cut(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  std::size_t at = 0;
  std::size_t end = 0;  // of the last word or Chinese character that has room
  while (at < text.size()) {
    const std::size_t next = at + codepoint_at(text, at).bytes;
    if (display_width(text.substr(0, next)) > width - 2) break;
    at = next;
    if (next < text.size() && !(in_word(text[next - 1]) && in_word(text[next]))) end = next;
  }
  if (display_width(text.substr(0, end)) * 2 < width) end = at;  // one long word
  if (end == 0) return "..";
  return text.substr(0, text.find_last_not_of(" ,;(", end - 1) + 1) + "..";
}

}  // namespace railshift::analysis
