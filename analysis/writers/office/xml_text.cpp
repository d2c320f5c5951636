#include "analysis/writers/office/xml_text.hpp"

#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool carried(char32_t sign) { return sign >= 0x20 || sign == U'\t' || sign == U'\n'; }
bool no_character(char32_t sign) { return sign == 0xFFFE || sign == 0xFFFF; }

/// What is valid UTF-8 already.
void append_clean(std::string& out, std::string_view valid) {
  for (std::size_t at = 0; at < valid.size();) {
    const Codepoint sign = codepoint_at(valid, at);
    if (sign.value == U'\r') {
      if (at + 1 >= valid.size() || valid[at + 1] != '\n') out += '\n';
    } else if (no_character(sign.value)) {
      out += kReplacement;
    } else if (carried(sign.value)) {
      out += valid.substr(at, sign.bytes);
    }
    at += sign.bytes;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (true) {
    const auto bad = first_bad_utf8(text);
    append_clean(out, text.substr(0, bad.value_or(text.size())));
    if (!bad) return out;
    out += kReplacement;
    text.remove_prefix(*bad + 1);
  }
}

std::string xml_text(std::string_view text) { return escaped(clean_text(text)); }

std::string unbroken(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ')
      out += "\xC2\xA0";
    else
      out += c;
  }
  return out;
}

}  // namespace railshift::analysis::writers::office
