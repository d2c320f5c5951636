#pragma once
/// Lines of the model as paragraphs of WordprocessingML.
#include <map>
#include <string>
#include <vector>

#include "analysis/document/document.hpp"
#include "analysis/writers/docx/manner.hpp"

namespace railshift::analysis::writers::office {

/// What the parts of one file share while they are written.
struct DocxParts {
  const document::Document* document = nullptr;
  Manner manner;
  std::map<std::string, std::string> bookmarks{};  ///< id of a section -> its bookmark
  std::vector<std::string> charts{}, books{};      ///< parts of charts and their workbooks, in the order of the text
  int next_id = 1;                                 ///< of drawings and bookmarks

  [[nodiscard]] int take_id() { return next_id++; }
  [[nodiscard]] std::string word(const char* zh, const char* en) const { return manner.language == Language::zh ? zh : en; }
};

/// Whether a line may end between a figure's number and its unit.
enum class FigureBreaks : std::uint8_t { none, before_unit };

/// Style of a paragraph, and what a cell adds to it.
struct ParagraphLook {
  std::string style;
  int size = 0;              ///< half points; 0: of the style
  std::string properties{};  ///< further elements of w:pPr, in the order of the schema
  FigureBreaks breaks = FigureBreaks::none;
};

/// Quotation marks and dashes stand in both scripts; with this hint first among the properties of a run they are Chinese.
inline constexpr const char* kHint = R"(<w:rFonts w:hint="eastAsia"/>)";

/// A run of plain text, with line breaks and tabs. `properties` are elements of w:rPr in the order of the schema.
[[nodiscard]] std::string text_run(const std::string& text, const std::string& properties);
/// Texts of a line with their looks; figures do not break and are marked where they are estimates.
[[nodiscard]] std::string line_runs(const document::Line& line, const DocxParts& parts, int size, FigureBreaks breaks = FigureBreaks::none);
/// A caption, and behind it in the type of tables its note.
[[nodiscard]] std::string caption_runs(const std::string& caption, const std::string& note, const Manner& manner);
[[nodiscard]] std::string paragraph(const std::string& runs, const ParagraphLook& look);
/// A paragraph a line; without any line an empty one, which every cell needs.
[[nodiscard]] std::string paragraphs(const document::Lines& lines, const DocxParts& parts, const ParagraphLook& look);

/// RRGGBB of an outcome; "" for looks that have no colour.
[[nodiscard]] const char* colour_of(document::Look look);

}  // namespace railshift::analysis::writers::office
