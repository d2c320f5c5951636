#include "analysis/writers/docx/runs.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/document/labels.hpp"
#include "analysis/writers/office/line_text.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Figure;
using document::Line;
using document::Lines;
using document::Look;
using document::Run;

/// Elements of w:rPr that do not come from the look of a run alone.
struct RunWish {
  bool chinese = false;
  int size = 0;
};

/// In the order of the schema: rFonts, b, color, sz, szCs.
std::string run_properties(Look look, const RunWish& wish) {
  std::string out;
  if (wish.chinese) out += kHint;
  const std::string colour = colour_of(look);
  if (look == Look::strong || look == Look::good || look == Look::bad) out += "<w:b/>";
  if (!colour.empty()) out += fmt::format(R"(<w:color w:val="{}"/>)", colour);
  if (wish.size > 0) out += fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", wish.size);
  return out;
}

const Figure* figure_of(const Run& run, const DocxParts& parts) {
  const auto found = parts.document->figures.find(run.figure);
  return run.figure.empty() || found == parts.document->figures.end() ? nullptr : &found->second;
}

std::string one_run(const Run& run, const DocxParts& parts, int size, FigureBreaks breaks) {
  const bool chinese = parts.manner.language == Language::zh;
  const bool small = run.look == Look::small;
  const RunWish wish{chinese, small ? std::min(parts.manner.small, size > 0 ? size : parts.manner.small) : size};
  const std::string text = run.figure.empty()             ? document::badge_text(run.text, run.look)
                           : breaks == FigureBreaks::none ? unbroken(run.text)
                                                          : run.text;
  std::string out = text_run(text, run_properties(run.look, wish));
  const Figure* figure = figure_of(run, parts);
  const std::string behind = figure == nullptr ? "" : unbroken(estimate_behind(*figure, parts.manner.language));
  if (!behind.empty()) out += text_run(behind, run_properties(Look::plain, wish));
  const auto target = parts.bookmarks.find(run.target);
  if (run.target.empty() || target == parts.bookmarks.end()) return out;
  return fmt::format(R"(<w:hyperlink w:anchor="{}">{}</w:hyperlink>)", target->second, out);
}

}  // namespace

const char* colour_of(Look look) {
  static constexpr std::array<const char*, 8> kColours{"", "", "", "1E6B34", "8A5A00", "A61C1C", "5B3E8C", "5F5F5F"};
  static_assert(kColours.size() == document::kLookNames.size());
  return kColours.at(static_cast<std::size_t>(look));
}

std::string text_run(const std::string& text, const std::string& properties) {
  const std::string head = properties.empty() ? "<w:r>" : "<w:r><w:rPr>" + properties + "</w:rPr>";
  const std::string clean = clean_text(text);
  std::string out = head, piece;
  const auto flush = [&] {
    if (!piece.empty()) out += R"(<w:t xml:space="preserve">)" + xml_text(piece) + "</w:t>";
    piece.clear();
  };
  for (const char c : clean) {
    if (c != '\n' && c != '\t') {
      piece += c;
      continue;
    }
    flush();
    out += c == '\n' ? "<w:br/>" : "<w:tab/>";
  }
  flush();
  return out + "</w:r>";
}

std::string line_runs(const Line& line, const DocxParts& parts, int size, FigureBreaks breaks) {
  std::string out;
  for (const Run& run : line) out += one_run(run, parts, size, breaks);
  return out;
}

std::string caption_runs(const std::string& caption, const std::string& note, const Manner& manner) {
  std::string out = text_run(caption, kHint);
  if (!note.empty()) {
    out += text_run("　" + note,
                    fmt::format(R"(<w:rFonts w:eastAsia="{0}" w:hint="eastAsia"/><w:b w:val="0"/><w:sz w:val="{1}"/><w:szCs w:val="{1}"/>)",
                                manner.table_font, manner.table));
  }
  return out;
}

std::string paragraph(const std::string& runs, const ParagraphLook& look) {
  return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", look.style, look.properties, runs);
}

std::string paragraphs(const Lines& lines, const DocxParts& parts, const ParagraphLook& look) {
  if (lines.empty()) return paragraph("", look);
  std::string out;
  for (const Line& line : lines) out += paragraph(line_runs(line, parts, look.size, look.breaks), look);
  return out;
}

}  // namespace railshift::analysis::writers::office
