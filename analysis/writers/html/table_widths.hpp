#pragma once
/// How wide the columns of a table are: by what the document says, and so that no number breaks or covers its neighbour.
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

/// Letters that fit side by side on A4 between its margins, in the size of tables in print.
inline constexpr double kPaperWidth = 54.0;

struct TableWidths {
  std::vector<double> parts;  ///< of the table's width, 1 in all
  double least = 0.0;         ///< em: narrower, and numbers break
};
[[nodiscard]] TableWidths widths_of(const document::Table& table);

}  // namespace railshift::analysis::writers::html
