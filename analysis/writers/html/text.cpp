#include "analysis/writers/html/text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace railshift::analysis::writers::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Calls `take` with every character of a text; bytes that are not UTF-8 come as U+FFFD.
template <class Take>
void each_character(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t good = first_bad_utf8(text).value_or(text.size());
    for (std::size_t at = 0; at < good;) {
      const Codepoint c = codepoint_at(text.substr(0, good), at);
      take(c.value, text.substr(at, c.bytes));
      at += c.bytes;
    }
    if (good == text.size()) return;
    take(char32_t{0xFFFD}, kReplacement);
    text.remove_prefix(good + 1);
  }
}

bool is_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }
/// Marks, embeddings, overrides and isolates of the direction of writing.
bool turns_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
/// Han, kana, full-width forms, emoji: as wide as high.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFFEF) || c > 0xFFFF;
}
bool is_narrow(char32_t c) { return c == '.' || c == ',' || c == ' ' || c == 'i' || c == 'l' || c == '|' || c == ':' || c == '\''; }
double width_in_em(char32_t c) { return is_wide(c) ? 1.0 : is_narrow(c) ? 0.33 : 0.6; }

std::string_view entity(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_character(text, [&](char32_t c, std::string_view bytes) {
    const std::string_view as_entity = entity(c);
    out += !as_entity.empty() ? as_entity : is_control(c) ? kReplacement : bytes;
  });
  return out;
}

std::string inline_text(std::string_view text) {
  bool turns = false;
  each_character(text, [&](char32_t c, std::string_view) { turns = turns || turns_direction(c); });
  return turns ? "<bdi>" + escape(text) + "</bdi>" : escape(text);
}

std::string json_for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (json[i] == '\n') {  // inside of a string it is escaped
      while (i + 1 < json.size() && json[i + 1] == ' ') ++i;
    } else {
      out += json[i];
    }
  }
  return out;
}

double text_width(std::string_view text, double size) {
  double em = 0.0;
  each_character(text, [&](char32_t c, std::string_view) { em += width_in_em(c); });
  return em * size;
}

std::vector<std::string> wrapped(std::string_view text, double width, std::size_t lines, double size) {
  struct Character {
    double width;
    std::string bytes;
  };
  std::vector<Character> all;
  double left = 0.0;  // width of what is still to be set
  each_character(text, [&](char32_t c, std::string_view bytes) {
    all.push_back({width_in_em(c) * size, std::string(bytes)});
    left += all.back().width;
  });
  std::vector<std::string> out(1);
  double used = 0.0;
  for (const Character& c : all) {
    const bool last = out.size() == lines;
    if (last && used + left > width && used + c.width + size > width) {
      out.back() += "…";
      break;
    }
    if (!last && used + c.width > width && !out.back().empty()) {
      out.emplace_back();
      used = 0.0;
    }
    left -= c.width;
    if (used == 0.0 && out.size() > 1 && c.bytes == " ") continue;
    out.back() += c.bytes;
    used += c.width;
  }
  return out;
}

std::string grouped(double value, int decimals) {
  std::string digits = fmt::format("{:.{}f}", value < 0.0 ? -value : value, decimals);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return value < 0.0 && !zero ? "−" + digits : digits;
}

}  // namespace railshift::analysis::writers::html
