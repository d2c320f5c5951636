#pragma once
/// Text for HTML and SVG. Everything that stands in a document is plain text; it becomes HTML here and nowhere else.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace railshift::analysis::writers::html {

/// & < > " ' as entities, for text and for attributes between double quotes. What HTML cannot hold (control characters but tab and line
/// feed, bytes that are not UTF-8) shows as U+FFFD, so that a reader sees that something stood there.
[[nodiscard]] std::string escape(std::string_view text);
/// The same for text inside of a line: marks that turn the direction of writing end with it.
[[nodiscard]] std::string inline_text(std::string_view text);

/// JSON as it may stand inside of <script type="application/json">: no "<" and no line breaks between members.
[[nodiscard]] std::string json_for_script(std::string_view json);

/// About how wide a text is at a font size, both in px: Chinese characters a square, others a little more than half of it.
[[nodiscard]] double text_width(std::string_view text, double size);
/// The text in at most `lines` lines of this width; what does not fit is cut and ends with "…".
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width, std::size_t lines, double size);

/// 1,234.5 or −3: digits grouped by three, with this many decimals, never minus zero.
[[nodiscard]] std::string grouped(double value, int decimals);

}  // namespace railshift::analysis::writers::html
