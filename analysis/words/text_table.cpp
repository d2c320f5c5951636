#include "analysis/words/text_table.hpp"

#include <algorithm>

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

std::string without_end(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

}  // namespace

void TextTable::row(std::vector<TextCell> cells) {
  RAILSHIFT_EXPECTS(cells.size() == columns_.size() && cells.size() > 1, "a row has a cell in every column");
  rows_.push_back(std::move(cells));
}

void TextTable::line(std::string text) { rows_.push_back({TextCell(std::move(text))}); }

std::string TextTable::text(int indent) const {
  std::vector<int> widths(columns_.size(), 0);
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; cells.size() > 1 && i < cells.size(); ++i) widths[i] = std::max(widths[i], display_width(cells[i].text));
  }
  std::string out;
  for (const auto& cells : rows_) {
    std::string line = cells.size() == 1 ? cells.front().text : std::string{};
    for (std::size_t i = 0; cells.size() > 1 && i < cells.size(); ++i) {
      line += (i == 0 ? "" : blanks(kGap)) + padded(cells[i], widths[i], columns_[i]);
    }
    out += without_end(blanks(indent) + line) + '\n';
  }
  return out;
}

std::string cut(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = codepoint_at(text, at).bytes;
    const std::string next = out + text.substr(at, bytes);
    if (display_width(next) > width - 2) break;
    out = next;
    at += bytes;
  }
  return out + "..";
}

}  // namespace railshift::analysis
