#pragma once
/// Widths of columns in which nothing unbreakable is cut, and the type size at which they fit.
#include <string_view>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

struct TableWidths {
  std::vector<int> twips;  ///< one a column; their sum is the width asked for
  int size = 18;           ///< half points
  bool loose = false;      ///< figures take a new line before their unit
  bool fits = true;        ///< no word or number is cut
};

/// Width of a text on one line, in ems of its size: Chinese signs 1, others a little over a half.
[[nodiscard]] double ems_of(std::string_view text);

/// Lines that the highest cell of a row takes.
[[nodiscard]] double row_lines(const std::vector<document::Lines>& row, const TableWidths& widths);

/// The widths that the columns ask for, at the largest size from `size` down to `smallest` (half points) at which every word and figure
/// fits; before type gets smaller, figures may take a new line before their unit. Columns that have room give to those that lack it, and to
/// those whose texts make the table high. `total` in twips.
[[nodiscard]] TableWidths table_widths(const document::Table& table, int total, int size, int smallest);

inline constexpr std::size_t kBoxesInRow = 5;
/// Widths of the boxes from `first` to before `end`, twips: those with more names are wider, none narrower than its title or half of the
/// mean.
[[nodiscard]] std::vector<int> box_widths(const document::Boxes& boxes, std::size_t first, std::size_t end, int total);

}  // namespace railshift::analysis::writers::office
