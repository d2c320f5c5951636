#pragma once
/// Tables on a terminal: columns as wide as their widest cell, Chinese characters counted as two.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace railshift::analysis {

enum class Align : std::uint8_t { left, right };

/// The text of a cell, and marks around it that take no room, such as a colour.
struct TextCell {
  std::string text;
  std::string before;
  std::string after;

  TextCell(std::string words) : text(std::move(words)) {}  // NOLINT: a row is a list of words
  TextCell(std::string words, std::string mark, std::string end) : text(std::move(words)), before(std::move(mark)), after(std::move(end)) {}
};

class TextTable {
 public:
  /// The side on which each column is aligned: words left, numbers right.
  explicit TextTable(std::vector<Align> columns) : columns_(std::move(columns)) {}
  /// A row has as many cells as there are columns.
  void row(std::vector<TextCell> cells);
  /// A line of its own between the rows, whatever its width.
  void line(std::string text);
  /// All lines, each behind this many blanks; no line ends with one.
  [[nodiscard]] std::string text(int indent = 0) const;
  /// Of the widest row, lines of their own left out.
  [[nodiscard]] int width() const;

 private:
  [[nodiscard]] std::vector<int> widths() const;

  std::vector<Align> columns_;
  std::vector<std::vector<TextCell>> rows_;  ///< of one cell: a line
};

/// The text without what lies beyond this width, cut between words and between Chinese characters; ".." stands for what was cut off.
[[nodiscard]] std::string cut(const std::string& text, int width);

}  // namespace railshift::analysis
