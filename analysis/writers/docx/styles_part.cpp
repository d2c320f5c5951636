#include <fmt/format.h>

#include "analysis/writers/docx/fixed_parts.hpp"

namespace railshift::analysis::writers::office {
namespace {

std::string fonts(const Manner& m, const std::string& chinese) {
  return fmt::format(R"(<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{1}" w:cs="{0}"/>)", m.latin, chinese);
}
std::string size(int half_points) { return fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", half_points); }
std::string spacing(int before, int after, int line, const char* rule) {
  return fmt::format(R"(<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="{}"/>)", before, after, line, rule);
}
/// Pitch of body text.
std::string body_spacing(const Manner& m, int before, int after) { return spacing(before, after, m.line, m.exact ? "exact" : "atLeast"); }
std::string list_spacing(const Manner& m) { return spacing(0, 0, m.list_line, m.exact ? "exact" : "atLeast"); }
/// Lines as high as their type asks.
std::string tight(int before, int after) { return spacing(before, after, 240, "auto"); }
/// Notes and captions: in a report the pitch of tables, whatever font stands in; in a brief as high as their type asks, which is counted.
std::string close(const Manner& m, int before, int after, int half_points) {
  return m.compact ? tight(before, after) : spacing(before, after, pitch_of(half_points, m), "exact");
}

/// A paragraph style on Normal; `paragraph` and `run` are elements of w:pPr and w:rPr in the order of the schema.
std::string style(const char* id, const char* name, const std::string& paragraph, const std::string& run) {
  return fmt::format(
      R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)",
      id, name, paragraph, run);
}

std::string indent(const Manner& m) {
  return m.language == Language::zh ? fmt::format(R"(<w:ind w:firstLineChars="200" w:firstLine="{}"/>)", m.body * 20) : "";
}

std::string heading(int level, const Manner& m, const std::string& font, int half_points) {
  const bool zh = m.language == Language::zh;
  const std::string bold = zh && level < 3 ? "" : "<w:b/>";
  const std::string ind = zh && !m.compact ? fmt::format(R"(<w:ind w:firstLineChars="200" w:firstLine="{}"/>)", half_points * 20) : "";
  return style(fmt::format("Heading{}", level).c_str(), fmt::format("heading {}", level).c_str(),
               fmt::format(R"(<w:keepNext/><w:keepLines/>{}{}<w:outlineLvl w:val="{}"/>)",
                           body_spacing(m, m.above_heading, m.above_heading / 2), ind, level - 1),
               fonts(m, font) + bold + size(half_points));
}

std::string border(const char* colour) {
  return fmt::format(
      R"(<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="{}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F5F5F5"/>)",
      colour);
}

std::string text_styles(const Manner& m) {
  const std::string center = R"(<w:jc w:val="center"/>)", side = R"(<w:ind w:left="160" w:right="60"/>)";
  const bool zh = m.language == Language::zh;
  return style("Title", "Title", "<w:keepNext/>" + spacing(m.compact ? 0 : 240, m.compact ? 20 : 120, m.title * 13, "atLeast") + center,
               fonts(m, m.title_font) + (zh ? "" : "<w:b/>") + size(m.title)) +
         style("Subtitle", "Subtitle", tight(0, m.compact ? 40 : 200) + center, fonts(m, m.second_font) + size(m.subtitle)) +
         heading(1, m, m.heading_font, m.heading1) + heading(2, m, m.second_font, m.heading2) + heading(3, m, m.body_font, m.heading3) +
         style("BodyText", "Body Text", body_spacing(m, 0, zh ? 0 : 100) + indent(m), "") +
         style("Lead", "Lead", body_spacing(m, 0, zh ? 0 : 100) + indent(m), zh ? fonts(m, m.second_font) : "<w:b/>") +
         style("Small", "Small", close(m, 20, 20, m.small), size(m.small)) +
         style("Notice", "Notice", border("8A5A00") + close(m, 60, 60, m.small) + side, size(m.small)) +
         style("Checked", "Checked", border("1E6B34") + close(m, 60, 60, m.small) + side, size(m.small)) +
         style("ListItem", "List Item",
               R"(<w:numPr><w:numId w:val="1"/></w:numPr>)" + list_spacing(m) +
                   fmt::format(R"(<w:ind w:left="{0}" w:hanging="{0}"/>)", m.list * 12),
               size(m.list)) +
         style("ListOwn", "List Item Own Number",
               list_spacing(m) + (zh ? fmt::format(R"(<w:ind w:firstLineChars="200" w:firstLine="{}"/>)", m.list * 20) : ""),
               size(m.list)) +
         style("ListMore", "List Item More", list_spacing(m) + fmt::format(R"(<w:ind w:left="{}"/>)", m.list * 12), size(m.list));
}

/// Figures and notes reach as far beyond the text as tables do.
std::string beyond(const Manner& m) {
  return m.overhang > 0 ? fmt::format(R"(<w:ind w:left="{0}" w:right="{0}"/>)", -twips(m.overhang)) : "";
}

std::string table_styles(const Manner& m) {
  const std::string center = R"(<w:jc w:val="center"/>)", left = R"(<w:jc w:val="left"/>)", right = R"(<w:jc w:val="right"/>)";
  return style("Caption", "caption", "<w:keepNext/><w:keepLines/>" + close(m, m.compact ? 40 : 80, 40, m.caption) + center,
               fonts(m, m.heading_font) + (m.language == Language::zh ? "" : "<w:b/>") + size(m.caption)) +
         style("TableHead", "Table Head", spacing(0, 0, m.table_line, "exact") + center,
               fonts(m, m.heading_font) + (m.language == Language::zh ? "" : "<w:b/>") + size(m.table)) +
         style("TableText", "Table Text", spacing(0, 0, m.table_line, "exact") + left, fonts(m, m.table_font) + size(m.table)) +
         style("TableNumber", "Table Number", spacing(0, 0, m.table_line, "exact") + right, fonts(m, m.table_font) + size(m.table)) +
         style("Note", "Note", close(m, 20, m.compact ? 40 : 100, m.table) + beyond(m),
               fonts(m, m.table_font) + size(m.compact ? m.small : m.table)) +
         style("Figure", "Figure", "<w:keepNext/>" + tight(m.compact ? 20 : 60, 0) + beyond(m) + center, "") +
         style("FigureCaption", "Figure Caption", "<w:keepLines/>" + close(m, 20, m.compact ? 20 : 100, m.caption) + center,
               fonts(m, m.heading_font) + size(m.caption)) +
         style("BoxTitle", "Box Title", tight(20, 0) + center, fonts(m, m.heading_font) + "<w:b/>" + size(m.table + 2)) +
         style("BoxCount", "Box Count", tight(0, 0) + center, fonts(m, m.heading_font) + "<w:b/>" + size(m.box_count)) +
         style("FactName", "Fact Name", tight(20, 20) + right, fonts(m, m.heading_font) + size(m.small)) +
         style("FactText", "Fact Text", tight(20, 20) + left, fonts(m, m.table_font) + size(m.small)) +
         style("Contents", "Contents",
               R"(<w:tabs><w:tab w:val="right" w:leader="dot" w:pos=")" + std::to_string(twips(m.width_mm())) + R"("/></w:tabs>)" +
                   tight(20, 20),
               fonts(m, m.table_font) + size(24)) +
         style("Gap", "Gap", spacing(0, 0, m.compact ? 60 : 120, "exact"), size(2)) +
         style("Break", "Break", spacing(0, 0, 20, "exact"), size(2)) + style("MapLabel", "Map Label", tight(0, 0) + left, "") +
         style("Footer", "footer", tight(0, 0), fonts(m, "宋体") + size(m.page_number));
}

}  // namespace

std::string styles_part(const Manner& m) {
  return fmt::format(
      R"({}<w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr>{}{}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)"
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:jc w:val="{}"/></w:pPr></w:style>)"
      R"(<w:style w:type="character" w:default="1" w:styleId="DefaultText"><w:name w:val="Default Paragraph Font"/></w:style>)"
      R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>{}{}</w:styles>)",
      kXmlHead, kWordSpace, fonts(m, m.body_font), size(m.body), m.language == Language::zh ? "both" : "left", text_styles(m),
      table_styles(m));
}

}  // namespace railshift::analysis::writers::office
