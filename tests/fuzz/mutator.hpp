#pragma once
/// Changes of bytes that follow from a number alone.
#include <random>
#include <string>
#include <string_view>

namespace railshift::fuzz {

/// One to four changes: a byte, a piece gone, doubled or moved, a word that files of this kind have, the end cut off.
[[nodiscard]] inline std::string mutated(std::string text, unsigned seed) {
  static constexpr std::string_view kWords[] = {"\"",         "\n",   "\r\n", ",",    "=",    "[[",   "]]",     "{",    "}",
                                                "'''",        "#",    ".",    "..",   "-1",   "1e9",  "999999", "0.5",  "NaN",
                                                "2020-02-30", "：",   "，",   "万吨", "\xFF", "<v>",  "</c>",   "&",    "<c r=\"",
                                                "t=\"s\"",    "<!--", "]]>",  "煤",   "\t",   "国六", "08:00",  "--- ", "\xEF\xBB\xBF"};
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(40, text.size() - at) + 1);
    switch (below(7)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(below(text.size() + 1), text.substr(at, length));
        break;
      case 4:
        text.resize(at);
        break;
      default:
        text.insert(at, kWords[below(std::size(kWords))]);
        break;
    }
  }
  return text;
}

}  // namespace railshift::fuzz
