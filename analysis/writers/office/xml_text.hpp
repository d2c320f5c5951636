#pragma once
/// Texts of users inside XML. What is written here is the only way by which a text gets into a part.
#include <string>
#include <string_view>

namespace railshift::analysis::writers::office {

/// The text as XML 1.0 can carry it: control characters other than tab and line feed are left out (XML has no form for them), CR and CR LF
/// are line feeds, a byte that is no UTF-8 and the two noncharacters U+FFFE and U+FFFF are U+FFFD. All else stays.
[[nodiscard]] std::string clean_text(std::string_view text);

/// clean_text, escaped for content and for attributes in double quotes.
[[nodiscard]] std::string xml_text(std::string_view text);

/// The same for a piece that must not be broken at a line end: blanks are U+00A0.
[[nodiscard]] std::string unbroken(std::string_view text);

}  // namespace railshift::analysis::writers::office
