#include "analysis/report/blocks.hpp"

#include <charconv>

#include "sim/core/contract.hpp"

namespace railshift::analysis::report {

using document::Line;
using document::Look;
using document::Run;
using document::Tone;

Run text(std::string words, Look look) { return {std::move(words), look, {}, {}}; }
Run strong(std::string words) { return text(std::move(words), Look::strong); }
Run small(std::string words) { return text(std::move(words), Look::small); }

Cell& Cell::below(Line line) {
  bool any = false;
  for (const Run& run : line) any = any || !run.text.empty();
  if (any) lines.push_back(std::move(line));
  return *this;
}
Cell& Cell::below(Run run) { return below(Line{std::move(run)}); }

Line filled(std::string_view sentence, const std::vector<Run>& runs) {
  Line line;
  std::size_t next = 0;
  while (!sentence.empty()) {
    const std::size_t open = std::min(sentence.find('{'), sentence.size());
    if (open > 0) line.push_back(text(std::string(sentence.substr(0, open))));
    sentence.remove_prefix(open);
    if (sentence.empty()) break;
    const std::size_t close = sentence.find('}');
    RAILSHIFT_EXPECTS(close != std::string_view::npos, "a gap that opens is closed");
    std::size_t at = next++;
    if (close > 1) std::from_chars(sentence.data() + 1, sentence.data() + close, at);
    line.push_back(runs.at(at));
    sentence.remove_prefix(close + 1);
  }
  return line;
}

Line joined(const std::vector<Line>& parts, const std::string& between) {
  Line all;
  for (const Line& part : parts) {
    if (!all.empty()) all.push_back(text(between));
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

document::Paragraph paragraph(Line line, Tone tone) { return {{std::move(line)}, tone}; }
document::Paragraph paragraph(std::string words, Tone tone) { return paragraph(Line{text(std::move(words))}, tone); }
document::Heading heading(std::string words, int level) { return {level, std::move(words)}; }

document::Column words(std::string title, double width) { return {std::move(title), document::Align::text, width}; }
document::Column numbers(std::string title, double width) { return {std::move(title), document::Align::number, width}; }

TableRows::TableRows(std::string id, std::string caption, std::vector<document::Column> columns)
    : table_{std::move(id), std::move(caption), std::move(columns), {}, {}} {}

void TableRows::row(std::vector<Cell> cells) {
  RAILSHIFT_EXPECTS(cells.size() == table_.columns.size(), "a row has a cell in every column");
  std::vector<document::Lines> row;
  for (Cell& cell : cells) row.push_back(std::move(cell.lines));
  table_.rows.push_back(std::move(row));
}

document::Table TableRows::take(std::string note) {
  table_.note = std::move(note);
  return std::move(table_);
}

}  // namespace railshift::analysis::report
