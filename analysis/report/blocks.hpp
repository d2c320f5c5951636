#pragma once
/// What sections are made of, in few words: texts, lines, cells and tables of the report model (analysis/document). Texts are plain.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::report {

using Blocks = std::vector<document::Block>;

[[nodiscard]] document::Run text(std::string words, document::Look look = document::Look::plain);
[[nodiscard]] document::Run strong(std::string words);
[[nodiscard]] document::Run small(std::string words);

/// A cell: lines one below another. Made of a text, a run, a line or lines; nothing is an empty cell.
struct Cell {
  document::Lines lines;

  Cell() = default;
  Cell(const char* words) : Cell(text(words)) {}                     // NOLINT: a row is a list of what stands in its cells
  Cell(std::string words) : Cell(text(std::move(words))) {}          // NOLINT
  Cell(document::Run run) : Cell(document::Line{std::move(run)}) {}  // NOLINT
  Cell(document::Line line) : lines{std::move(line)} {}              // NOLINT
  Cell(document::Lines some) : lines(std::move(some)) {}             // NOLINT
  /// One line more below; an empty one is left out.
  Cell& below(document::Line line);
  Cell& below(document::Run run);
};

/// A sentence with runs in its gaps: {} in their order, or {0}, {1} by number. Every gap has a run.
[[nodiscard]] document::Line filled(std::string_view sentence, const std::vector<document::Run>& runs);
/// Lines joined to one, with this text between them.
[[nodiscard]] document::Line joined(const std::vector<document::Line>& parts, const std::string& between);

[[nodiscard]] document::Paragraph paragraph(document::Line line, document::Tone tone = document::Tone::body);
[[nodiscard]] document::Paragraph paragraph(std::string words, document::Tone tone = document::Tone::body);
[[nodiscard]] document::Heading heading(std::string words, int level = 2);

/// Columns of words, and of figures, which stand to the right.
[[nodiscard]] document::Column words(std::string title, double width = 1.0);
[[nodiscard]] document::Column numbers(std::string title, double width = 1.0);

/// A table row by row.
class TableRows {
 public:
  /// The id is short and unique in the document (letters, digits, `_`): sheets and files are called by it.
  TableRows(std::string id, std::string caption, std::vector<document::Column> columns);
  /// Precondition: a cell a column.
  void row(std::vector<Cell> cells);
  [[nodiscard]] bool empty() const { return table_.rows.empty(); }
  /// With what stands small below it.
  [[nodiscard]] document::Table take(std::string note = {});

 private:
  document::Table table_;
};

}  // namespace railshift::analysis::report
