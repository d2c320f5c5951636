#include "analysis/writers/docx/body.hpp"

#include <fmt/format.h>

#include "analysis/document/labels.hpp"
#include "analysis/writers/docx/blocks.hpp"
#include "analysis/writers/docx/fixed_parts.hpp"
#include "analysis/writers/docx/tables.hpp"

namespace railshift::analysis::writers::office {
namespace {

/// w:sectPr of pages of one kind.
std::string page_setup(const Manner& m, bool across, bool cover) {
  const int height = twips(297), width = twips(210);
  std::string out = "<w:sectPr>";
  for (const auto& [type, id] : {std::pair{"default", kOddFooter}, std::pair{"even", kEvenFooter}, std::pair{"first", kFirstFooter}})
    out += fmt::format(R"(<w:footerReference w:type="{}" r:id="{}"/>)", type, id);
  out += fmt::format(R"(<w:type w:val="nextPage"/><w:pgSz w:w="{}" w:h="{}"{}/>)", across ? height : width, across ? width : height,
                     across ? R"( w:orient="landscape")" : "");
  // Across, the upper edge of a page is the one that is bound.
  const double top = across ? m.margins.left : m.margins.top, bottom = across ? m.margins.right : m.margins.bottom;
  out += fmt::format(R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="720" w:footer="{}" w:gutter="0"/>)",
                     twips(top), twips(m.margins.right), twips(bottom), twips(m.margins.left),
                     twips(m.compact ? 5
                           : across  ? 14
                                     : 25));
  return out + (cover ? "<w:titlePg/>" : "") + "</w:sectPr>";
}

std::string page_number_of(const std::string& bookmark) {
  return fmt::format(
      R"(<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF {} \h </w:instrText></w:r>)"
      R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)",
      bookmark);
}

class Body {
 public:
  explicit Body(DocxParts& parts) : parts_(parts), document_(*parts.document) {}

  std::string build() {
    std::string out = cover();
    collect();
    settle();
    bool across = false, first = true;
    for (const BlockXml& piece : pieces_) {
      if (piece.across != across) out += first ? "" : section_break(across, false);
      across = piece.across;
      first = false;
      out += piece.xml;
    }
    return out + page_setup(parts_.manner, across, false);
  }

 private:
  [[nodiscard]] std::string titles() const {
    std::string out = paragraph(text_run(document_.title, kHint), {"Title", 0, ""});
    std::string below = document_.subtitle;
    if (parts_.manner.compact && !document_.date.empty()) below += (below.empty() ? "" : "　") + document_.date;
    if (!below.empty()) out += paragraph(text_run(below, kHint), {"Subtitle", 0, ""});
    return out;
  }

  /// A page of its own; of a brief its two lines.
  std::string cover() {
    if (parts_.manner.compact) return titles();
    std::string out = titles();
    if (!document_.date.empty()) out += paragraph(text_run(document_.date, kHint), {"Subtitle", 0, ""});
    if (!document_.facts.empty()) out += facts_xml(parts_, twips(parts_.manner.width_mm()));
    out += contents();
    return out + section_break(false, true);
  }

  [[nodiscard]] std::string contents() const {
    std::string out = paragraph(text_run(parts_.word("目　录", "Contents"), kHint), {"Caption", 0, ""});
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      const auto& section = document_.sections[i];
      const std::string& bookmark = parts_.bookmarks.at(section.id);
      out +=
          paragraph(fmt::format(R"(<w:hyperlink w:anchor="{}">{}<w:r><w:tab/></w:r>{}</w:hyperlink>)", bookmark,
                                text_run(document::numbered_title(i, section.title, document_.language), kHint), page_number_of(bookmark)),
                    {"Contents", 0, ""});
    }
    return out;
  }

  void collect() {
    for (std::size_t i = 0; i < document_.sections.size(); ++i) {
      const auto& section = document_.sections[i];
      const int id = parts_.take_id();
      const std::string mark =
          fmt::format(R"(<w:bookmarkStart w:id="{}" w:name="{}"/>{}<w:bookmarkEnd w:id="{}"/>)", id, parts_.bookmarks.at(section.id),
                      text_run(document::numbered_title(i, section.title, document_.language), kHint), id);
      pieces_.push_back({paragraph(mark, {"Heading1", 0, ""}), false, true, true});
      const auto& blocks = section.blocks;
      for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (b + 1 < blocks.size() && stand_beside(blocks[b], blocks[b + 1], parts_.manner)) {
          pieces_.push_back(blocks_beside(blocks[b], blocks[b + 1], parts_));
          ++b;
        } else {
          pieces_.push_back(block_xml(blocks[b], parts_));
        }
      }
    }
  }

  /// Headings go with what follows, and a little text between two pages across does not get a page of its own.
  void settle() {
    for (std::size_t i = pieces_.size(); i > 1; --i) {
      if (pieces_[i - 2].heading) pieces_[i - 2].across = pieces_[i - 1].across;
    }
    constexpr std::size_t kLittle = 4;
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (!pieces_[i - 1].across || pieces_[i].across) continue;
      std::size_t end = i;
      while (end < pieces_.size() && pieces_[end].text && !pieces_[end].across && end - i < kLittle) ++end;
      if (end < pieces_.size() && !pieces_[end].across) continue;
      for (std::size_t k = i; k < end; ++k) pieces_[k].across = true;
    }
  }

  /// The paragraph that ends pages of one kind carries their setup.
  [[nodiscard]] std::string section_break(bool across, bool cover) const {
    return R"(<w:p><w:pPr><w:pStyle w:val="Break"/>)" + page_setup(parts_.manner, across, cover) + "</w:pPr></w:p>";
  }

  DocxParts& parts_;
  const document::Document& document_;
  std::vector<BlockXml> pieces_;
};

constexpr const char* kSpaces =
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" )"
    R"(xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")";

}  // namespace

std::string document_part(DocxParts& parts) {
  int number = 0;
  for (const auto& section : parts.document->sections) parts.bookmarks.emplace(section.id, fmt::format("section_{}", ++number));
  return fmt::format(R"({}<w:document xmlns:w="{}" {}><w:body>{}</w:body></w:document>)", kXmlHead, kWordSpace, kSpaces,
                     Body(parts).build());
}

}  // namespace railshift::analysis::writers::office
