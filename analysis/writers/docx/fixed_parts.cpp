#include "analysis/writers/docx/fixed_parts.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr const char* kRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const std::string& id, const char* type, const std::string& target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, kOffice, type, target);
}
std::string relations(const std::string& all) {
  return fmt::format(R"({}<Relationships xmlns="{}">{}</Relationships>)", kXmlHead, kRelations, all);
}

/// Bytes of what a brief says of itself at its foot; hashes, which are longer, stand on the cover of the full report.
constexpr std::size_t kLongestFact = 48;

/// A sentence among others in a row: its full stop would stand before their semicolon.
std::string without_stop(std::string text) {
  for (const std::string_view stop : {"。", "."}) {
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
  }
  return text;
}

struct FontName {
  const char* name;
  const char* instead;
  const char* family;
  const char* pitch;
};
constexpr std::array<FontName, 6> kFonts{{{"Times New Roman", "", "roman", "variable"},
                                          {"宋体", "SimSun", "auto", "variable"},
                                          {"黑体", "SimHei", "modern", "fixed"},
                                          {"仿宋_GB2312", "仿宋", "modern", "fixed"},
                                          {"楷体_GB2312", "楷体", "modern", "fixed"},
                                          {"方正小标宋简体", "宋体", "auto", "variable"}}};

}  // namespace

std::string settings_part() {
  return fmt::format(
      R"({}<w:settings xmlns:w="{}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>)"
      R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>)",
      kXmlHead, kWordSpace);
}

std::string font_table_part() {
  std::string fonts;
  for (const FontName& font : kFonts) {
    const std::string instead = *font.instead == '\0' ? "" : fmt::format(R"(<w:altName w:val="{}"/>)", font.instead);
    const char* charset = *font.instead == '\0' ? "00" : "86";
    fonts += fmt::format(R"(<w:font w:name="{}">{}<w:charset w:val="{}"/><w:family w:val="{}"/><w:pitch w:val="{}"/></w:font>)", font.name,
                         instead, charset, font.family, font.pitch);
  }
  return fmt::format(R"({}<w:fonts xmlns:w="{}">{}</w:fonts>)", kXmlHead, kWordSpace, fonts);
}

std::string numbering_part(const Manner& m) {
  return fmt::format(
      R"({0}<w:numbering xmlns:w="{1}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>)"
      R"(<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{2}" w:hanging="{2}"/></w:pPr>)"
      R"(<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/></w:rPr></w:lvl></w:abstractNum>)"
      R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)",
      kXmlHead, kWordSpace, m.list * 12);
}

std::string footer_part(const document::Document& document, const Manner& manner, const char* alignment) {
  if (manner.compact && !document.facts.empty()) {
    const bool zh = manner.language == Language::zh;
    std::string text;
    for (const auto& fact : document.facts) {
      if (fact.text.size() <= kLongestFact)
        text += (text.empty() ? "" : zh ? "；" : "; ") + fact.name + (zh ? "：" : ": ") + without_stop(fact.text);
    }
    return fmt::format(
        R"({}<w:ftr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p></w:ftr>)",
        kXmlHead, kWordSpace, xml_text(text));
  }
  return fmt::format(
      R"({}<w:ftr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:left="280" w:right="280"/><w:jc w:val="{}"/></w:pPr>)"
      R"(<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
      R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)"
      R"(<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>)",
      kXmlHead, kWordSpace, alignment);
}

std::string empty_footer_part() {
  return fmt::format(R"({}<w:ftr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>)", kXmlHead, kWordSpace);
}

std::string core_part(const document::Document& document) {
  const std::string made =
      document.date.empty()
          ? ""
          : fmt::format(R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}T00:00:00Z</dcterms:created>)", xml_text(document.date));
  return fmt::format(
      R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
      R"(xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>)"
      R"(<dc:creator>Railshift</dc:creator>{}<dc:language>{}</dc:language></cp:coreProperties>)",
      kXmlHead, xml_text(document.title), xml_text(document.subtitle), made, document.language == Language::zh ? "zh-CN" : "en");
}

std::string content_types_part(std::size_t charts) {
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string parts;
  const auto add = [&parts](const std::string& name, const std::string& type) {
    parts += fmt::format(R"(<Override PartName="{}" ContentType="{}+xml"/>)", name, type);
  };
  add("/word/document.xml", word + "document.main");
  add("/word/styles.xml", word + "styles");
  add("/word/settings.xml", word + "settings");
  add("/word/fontTable.xml", word + "fontTable");
  add("/word/numbering.xml", word + "numbering");
  for (const char* name : {"odd", "even", "first"}) add(fmt::format("/word/footer_{}.xml", name), word + "footer");
  add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
  for (std::size_t n = 1; n <= charts; ++n)
    add(fmt::format("/word/charts/chart{}.xml", n), "application/vnd.openxmlformats-officedocument.drawingml.chart");
  return fmt::format(
      R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>{}</Types>)",
      kXmlHead, parts);
}

std::string root_relations_part() {
  return relations(
      relation("rIdDocument", "officeDocument", "word/document.xml") +
      R"(<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)");
}

std::string document_relations_part(std::size_t charts) {
  std::string all = relation("rIdStyles", "styles", "styles.xml") + relation("rIdSettings", "settings", "settings.xml") +
                    relation("rIdFonts", "fontTable", "fontTable.xml") + relation("rIdNumbering", "numbering", "numbering.xml") +
                    relation(kOddFooter, "footer", "footer_odd.xml") + relation(kEvenFooter, "footer", "footer_even.xml") +
                    relation(kFirstFooter, "footer", "footer_first.xml");
  for (std::size_t n = 1; n <= charts; ++n) all += relation(fmt::format("rIdChart{}", n), "chart", fmt::format("charts/chart{}.xml", n));
  return relations(all);
}

std::string chart_relations_part(std::size_t number) {
  return relations(relation("rIdBook", "package", fmt::format("../embeddings/chart{}.xlsx", number)));
}

}  // namespace railshift::analysis::writers::office
