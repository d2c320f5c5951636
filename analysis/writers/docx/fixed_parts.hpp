#pragma once
/// Parts of a document that do not depend on its blocks.
#include <cstddef>
#include <string>

#include "analysis/writers/docx/manner.hpp"

namespace railshift::analysis::writers::office {

inline constexpr const char* kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* kWordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Relations of word/document.xml; charts are rIdChart1, rIdChart2, ...
inline constexpr const char* kOddFooter = "rIdOdd";
inline constexpr const char* kEvenFooter = "rIdEven";
inline constexpr const char* kFirstFooter = "rIdFirst";

[[nodiscard]] std::string styles_part(const Manner& manner);
[[nodiscard]] std::string settings_part();
/// Fonts with the name to take where one is absent: 仿宋 for 仿宋_GB2312 (Windows has the former since Windows 7).
[[nodiscard]] std::string font_table_part();
/// One list, of bullets.
[[nodiscard]] std::string numbering_part(const Manner& manner);
/// "— 1 —", on the right or the left; nothing on the cover.
[[nodiscard]] std::string footer_part(const char* alignment);
[[nodiscard]] std::string empty_footer_part();
[[nodiscard]] std::string core_part(const document::Document& document);

[[nodiscard]] std::string content_types_part(std::size_t charts);
[[nodiscard]] std::string root_relations_part();
[[nodiscard]] std::string document_relations_part(std::size_t charts);
/// Of chart number n (from 1): its workbook.
[[nodiscard]] std::string chart_relations_part(std::size_t number);

}  // namespace railshift::analysis::writers::office
