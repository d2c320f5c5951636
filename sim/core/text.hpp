#pragma once
/// Text as it comes from files: strict UTF-8, places counted in characters, plain decimals, nearest names for hints.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace railshift {

/// Line and column count from 1, in characters.
struct TextPosition {
  int line = 1;
  int column = 1;
};

/// One character of a valid UTF-8 text and the bytes it takes.
struct Codepoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};
/// Precondition: `text` is valid UTF-8 and `at` is the first byte of a character.
[[nodiscard]] Codepoint codepoint_at(std::string_view text, std::size_t at);

/// Offset of the first byte that strict UTF-8 does not allow: overlong forms, surrogates, above U+10FFFF, cut off.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view bytes);
/// Offset of the first control character other than tab, line feed and carriage return.
[[nodiscard]] std::optional<std::size_t> first_control_character(std::string_view utf8);

/// Where a byte of a text stands. The text before it must be valid UTF-8.
[[nodiscard]] TextPosition position_at(std::string_view utf8, std::size_t byte);

/// The text without a leading byte order mark.
[[nodiscard]] std::string_view without_bom(std::string_view text);
[[nodiscard]] bool has_bom(std::string_view text);

/// Text in UTF-8, or the first byte that the encoding does not allow (`text` then holds what stands before it).
struct DecodedText {
  std::string text;
  std::optional<std::size_t> bad_byte;
};
/// `encoding` is a name that iconv knows, such as GB18030.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, const std::string& encoding);

/// The bytes of a UTF-8 text in another encoding; nothing if it has no form for one of the characters.
[[nodiscard]] std::optional<std::string> encode_text(std::string_view utf8, const std::string& encoding);

/// Plain decimal: sign, digits, one point. Nothing for exponents, separators, NaN, inf, spaces or an empty text.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);
/// Whole number without point.
[[nodiscard]] std::optional<long long> parse_integer(std::string_view text);

/// Wide letters, digits and signs as plain ones (１２ -> 12, （吨） -> (吨)), wide and unbreakable blanks as blanks. Precondition: valid
/// UTF-8.
[[nodiscard]] std::string half_width(std::string_view text);
/// The characters of a text; a byte that belongs to none stands for itself.
[[nodiscard]] std::u32string characters(std::string_view text);

/// Characters to add, leave out, replace or swap with their neighbour so that one text becomes the other.
[[nodiscard]] std::size_t typing_mistakes(std::string_view a, std::string_view b);
/// The candidate with the fewest typing mistakes (of several the first), if they are few enough to be meant: one, or a third of the word.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// Columns of a terminal that a text takes: Chinese characters take two.
[[nodiscard]] int display_width(std::string_view utf8);

}  // namespace railshift
