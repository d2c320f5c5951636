#include "analysis/writers/docx/tables.hpp"

#include <fmt/format.h>

#include "analysis/document/labels.hpp"
#include "analysis/writers/docx/table_balance.hpp"
#include "analysis/writers/docx/table_widths.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

using document::Align;
using document::Box;
using document::Boxes;
using document::Look;
using document::Table;

constexpr double kWholeLines = 6.0;
constexpr const char* kKeepNext = "<w:keepNext/>";

/// Rules of a table; "single" or "none". A table that is wider than the text reaches beyond it on either side.
std::string table_head(const std::vector<int>& widths, const char* rule, const Manner& manner) {
  int total = 0;
  std::string grid;
  for (const int width : widths) {
    total += width;
    grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
  }
  const bool beyond = total > twips(manner.width_mm()) && total <= twips(manner.figure_mm());
  const std::string place = beyond ? fmt::format(R"(<w:jc w:val="left"/><w:tblInd w:w="{}" w:type="dxa"/>)", -twips(manner.overhang))
                                   : R"(<w:jc w:val="center"/>)";
  std::string rules;
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    rules += fmt::format(R"(<w:{} w:val="{}" w:sz="4" w:space="0" w:color="7F7F7F"/>)", side, rule);
  }
  return fmt::format(
      R"(<w:tbl><w:tblPr><w:tblW w:w="{0}" w:type="dxa"/>{1}<w:tblBorders>{2}</w:tblBorders><w:tblLayout w:type="fixed"/>)"
      R"(<w:tblCellMar><w:top w:w="{3}" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="{3}" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{4}</w:tblGrid>)",
      total, place, rules, manner.above_cell, grid);
}

/// `properties` are elements of w:tcPr behind the width.
std::string cell(int width, const std::string& content, const std::string& properties) {
  return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}</w:tcPr>{}</w:tc>)", width, properties, content);
}

constexpr const char* kMiddle = R"(<w:vAlign w:val="center"/>)";

/// Smaller type has a lower pitch; nothing where the style's own holds.
std::string pitch(const TableWidths& widths, const Manner& manner) {
  return widths.size == manner.table
             ? ""
             : fmt::format(R"(<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>)", pitch_of(widths.size, manner));
}

std::string head_row(const Table& table, const TableWidths& widths, const Manner& manner) {
  std::string out = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  const std::string size = fmt::format(R"(<w:rFonts w:hint="eastAsia"/><w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", widths.size);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    out += cell(widths.twips[c], paragraph(text_run(table.columns[c].title, size), {"TableHead", 0, kKeepNext + pitch(widths, manner)}),
                std::string(R"(<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>)") + kMiddle);
  }
  return out + "</w:tr>";
}

/// A cell of the first column that goes on with the one above it, so that a long name there makes no row higher.
std::string merged(const Table& table, std::size_t index) {
  if (goes_on(table, index)) return "<w:vMerge/>";
  return goes_on(table, index + 1) ? R"(<w:vMerge w:val="restart"/>)" : "";
}

/// The first two rows stand below the head, and the last is not alone on a page.
bool keeps_with_next(const Table& table, std::size_t index) {
  return index + 1 < table.rows.size() && (index == 0 || index + 2 == table.rows.size());
}

std::string body_row(const Table& table, std::size_t index, const TableWidths& widths, const DocxParts& parts) {
  const std::vector<document::Lines>& row = table.rows[index];
  // A low row stays whole; a high one that had to would leave half a page empty.
  const bool low = row_lines(row, widths) <= kWholeLines;
  const std::string paragraph_properties = std::string(low && keeps_with_next(table, index) ? kKeepNext : "") + pitch(widths, parts.manner);
  std::string out = low ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const bool number = table.columns[c].align == Align::number;
    const ParagraphLook look{number ? "TableNumber" : "TableText", widths.size, paragraph_properties,
                             widths.loose ? FigureBreaks::before_unit : FigureBreaks::none};
    const std::string joint = c == 0 ? merged(table, index) : "";
    // A name beside several rows stands at the first of them, which may be on another page than the middle.
    out += cell(widths.twips[c], paragraphs(c < row.size() ? row[c] : document::Lines{}, parts, look), joint.empty() ? kMiddle : joint);
  }
  return out + "</w:tr>";
}

std::string box_cell(const Box& box, const DocxParts& parts, int width) {
  const std::string colour = colour_of(box.look);
  const std::string rule = colour.empty() ? "404040" : colour;
  const std::string ink = colour.empty() ? "" : fmt::format(R"(<w:color w:val="{}"/>)", colour);
  std::string content = paragraph(text_run(document::badge_text(box.title, box.look), kHint + ink), {"BoxTitle", 0, ""});
  if (!box.count.empty() || !box.figure.empty()) {
    const document::Run count{box.count, Look::plain, box.figure, ""};
    content += paragraph(line_runs({count}, parts, 0), {"BoxCount", 0, ""});
  }
  if (!box.names.empty()) content += paragraphs(box.names, parts, {"TableText", parts.manner.table, ""});
  return cell(width, content,
              fmt::format(R"(<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="{}"/></w:tcBorders>)", rule));
}

/// A note that fits on the line of the caption stands there; in a brief below the table, which is counted.
bool note_behind_caption(const Table& table, const Manner& manner, int total) {
  constexpr double kBetween = 1.0;  // an em
  const double caption = ems_of(clean_text(table.caption)) * manner.caption * 10.0;
  return !manner.compact && !table.caption.empty() && caption + (ems_of(clean_text(table.note)) + kBetween) * manner.table * 10.0 <= total;
}

/// A table must not touch the next one, or both become one.
const char* after_table() { return R"(<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>)"; }

}  // namespace

bool stands_across(const Table& table, const Manner& manner) {
  return !manner.compact && !table.columns.empty() && !table_widths(table, twips(manner.figure_mm()), manner.table, manner.smallest).fits;
}

std::string table_xml(const Table& table, const DocxParts& parts, int total) {
  std::string out;
  const bool behind = note_behind_caption(table, parts.manner, total);
  if (!table.caption.empty()) out += paragraph(caption_runs(table.caption, behind ? table.note : "", parts.manner), {"Caption", 0, ""});
  if (!table.columns.empty()) {
    const TableWidths widths = table_widths(table, total, parts.manner.table, parts.manner.smallest);
    out += table_head(widths.twips, "single", parts.manner) + head_row(table, widths, parts.manner);
    for (std::size_t r = 0; r < table.rows.size(); ++r) out += body_row(table, r, widths, parts);
    out += "</w:tbl>";
  }
  return out + (table.note.empty() || behind ? after_table() : paragraph(text_run(table.note, kHint), {"Note", 0, ""}));
}

std::string boxes_xml(const Boxes& boxes, const DocxParts& parts, int total) {
  std::string out;
  for (std::size_t first = 0; first < boxes.boxes.size(); first += kBoxesInRow) {
    const std::size_t end = std::min(first + kBoxesInRow, boxes.boxes.size());
    const std::vector<int> widths = box_widths(boxes, first, end, total);
    out += table_head(widths, "single", parts.manner) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t i = first; i < end; ++i) out += box_cell(boxes.boxes[i], parts, widths[i - first]);
    out += std::string("</w:tr></w:tbl>") + after_table();
  }
  return out;
}

std::string columns_xml(const std::vector<std::string>& contents, const DocxParts& parts, int total) {
  const int width = total / static_cast<int>(contents.size());
  std::string out = table_head(std::vector<int>(contents.size(), width), "none", parts.manner) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
  for (const std::string& content : contents) out += cell(width, content, "");
  return out + "</w:tr></w:tbl>" + after_table();
}

std::string facts_xml(const DocxParts& parts, int total) {
  const std::vector<int> widths{total * 3 / 10, total - total * 3 / 10};
  std::string out = table_head(widths, "none", parts.manner);
  for (const document::Fact& fact : parts.document->facts) {
    out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cell(widths[0], paragraph(text_run(fact.name, kHint), {"FactName", 0, ""}), "") +
           cell(widths[1], paragraph(text_run(fact.text, kHint), {"FactText", 0, ""}), "") + "</w:tr>";
  }
  return out + "</w:tbl>" + after_table();
}

}  // namespace railshift::analysis::writers::office
