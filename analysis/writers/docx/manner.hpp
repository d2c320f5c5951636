#pragma once
/// Type sizes and margins of a document. Sizes are half points, distances twentieths of a point (twips), both as Word counts them.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

inline constexpr int kEmuPerMm = 36000;
inline constexpr double kTwipsPerMm = 1440.0 / 25.4;
[[nodiscard]] int twips(double mm);

struct Margins {
  double top, right, bottom, left;  ///< mm
};

struct Manner {
  Language language = Language::zh;
  bool compact = false;  ///< one page for the chief
  Margins margins{};
  int title = 44, subtitle = 32, body = 32, small = 21, caption = 21, table = 18, smallest = 15;  // 六号
  int heading1 = 32, heading2 = 32, heading3 = 32;
  int line = 579;                  ///< pitch of body lines
  int list = 21, list_line = 290;  ///< lists: notes and explanations, of which a report has pages
  bool exact = true;               ///< else the pitch is the least one
  int above_heading = 0;           ///< before headings and captions
  int table_line = 216;            ///< pitch of lines of size `table` in cells, whatever the font's own: tables break alike everywhere
  int box_count = 40;
  int page_number = 28;
  int above_cell = 6;        ///< and below the text of a cell
  double overhang = 8;       ///< mm that tables and figures reach beyond running text on either side
  double chart_height = 41;  ///< mm
  double map_height = 64;    ///< mm, at most
  std::string latin = "Times New Roman", title_font, body_font, heading_font, second_font, table_font;

  [[nodiscard]] double width_mm() const { return 210.0 - margins.left - margins.right; }
  /// Of tables and figures.
  [[nodiscard]] double figure_mm() const { return width_mm() + 2.0 * overhang; }
  [[nodiscard]] double wide_mm() const { return 297.0 - margins.left - margins.right; }
};

/// The pitch of lines in tables, notes and captions whose type is of this size (half points): in proportion to that of `table`.
[[nodiscard]] int pitch_of(int size, const Manner& manner);

/// Whether all sections stand in the brief.
[[nodiscard]] bool is_brief(const document::Document& document);
[[nodiscard]] Manner manner_of(const document::Document& document);

}  // namespace railshift::analysis::writers::office
