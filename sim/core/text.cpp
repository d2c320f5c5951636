#include "sim/core/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>

#include <iconv.h>

namespace railshift {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

std::size_t length_from_lead(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Bytes of the well-formed character at `i`, 0 if there is none.
std::size_t well_formed(std::string_view text, std::size_t i) {
  const unsigned lead = byte_at(text, i);
  const std::size_t length = length_from_lead(lead);
  if (length == 0 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte_at(text, i + k) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = length > 1 ? byte_at(text, i + 1) : 0;
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : length;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

/// Damerau 1964, optimal string alignment.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replace, row[j - 1] + 1, last[j] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last.back();
}

struct IconvClose {
  void operator()(void* handle) const { iconv_close(handle); }
};

}  // namespace

Codepoint codepoint_at(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const std::size_t length = std::max<std::size_t>(1, length_from_lead(lead));
  if (length == 1) return {static_cast<char32_t>(lead), 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) value = (value << 6) | (byte_at(text, at + k) & 0x3FU);
  return {value, length};
}

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = well_formed(bytes, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_control_character(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned c = byte_at(utf8, i);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return i;
  }
  return std::nullopt;
}

TextPosition position_at(std::string_view utf8, std::size_t byte) {
  TextPosition at;
  for (std::size_t i = 0; i < byte && i < utf8.size(); ++i) {
    const unsigned c = byte_at(utf8, i);
    if (c == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((c & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

bool has_bom(std::string_view text) { return text.substr(0, kBom.size()) == kBom; }

std::string_view without_bom(std::string_view text) { return has_bom(text) ? text.substr(kBom.size()) : text; }

DecodedText decode_text(std::string_view bytes, const std::string& encoding) {
  const iconv_t opened = iconv_open("UTF-8", encoding.c_str());
  if (opened == reinterpret_cast<iconv_t>(-1)) return {"", 0};
  const std::unique_ptr<void, IconvClose> handle(opened);
  std::string source(bytes);  // iconv takes a pointer to mutable bytes that it never writes
  char* in = source.data();
  std::size_t in_left = source.size();
  std::string out(source.size() * 3 + 4, '\0');
  char* to = out.data();
  std::size_t out_left = out.size();
  const std::size_t result = iconv(handle.get(), &in, &in_left, &to, &out_left);
  out.resize(out.size() - out_left);
  if (result == static_cast<std::size_t>(-1)) return {std::move(out), source.size() - in_left};
  return {std::move(out), std::nullopt};
}

std::optional<std::string> encode_text(std::string_view utf8, const std::string& encoding) {
  const iconv_t opened = iconv_open(encoding.c_str(), "UTF-8");
  if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  const std::unique_ptr<void, IconvClose> handle(opened);
  std::string source(utf8);
  char* in = source.data();
  std::size_t in_left = source.size();
  std::string out(source.size() * 4 + 4, '\0');
  char* to = out.data();
  std::size_t out_left = out.size();
  // more than 0 would be characters that iconv replaced by others
  if (iconv(handle.get(), &in, &in_left, &to, &out_left) != 0) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

std::optional<double> parse_decimal(std::string_view text) {
  std::string_view digits = text;
  if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<long long> parse_integer(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Codepoint c = codepoint_at(text, i);
    if (c.value >= 0xFF01 && c.value <= 0xFF5E)
      out += static_cast<char>(c.value - 0xFF01 + 0x21);
    else if (c.value == 0x3000 || c.value == 0xA0)
      out += ' ';
    else
      out += text.substr(i, c.bytes);
    i += c.bytes;
  }
  return out;
}

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = well_formed(text, i);
    out += length == 0 ? static_cast<char32_t>(byte_at(text, i)) : codepoint_at(text, i).value;
    i += std::max<std::size_t>(1, length);
  }
  return out;
}

std::size_t typing_mistakes(std::string_view a, std::string_view b) { return edit_distance(characters(a), characters(b)); }

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::u32string typed = characters(word);
  const std::size_t allowed = std::max<std::size_t>(1, typed.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string known = characters(candidate);
    const std::size_t gap = known.size() > typed.size() ? known.size() - typed.size() : typed.size() - known.size();
    if (gap >= best_distance) continue;
    const std::size_t distance = edit_distance(typed, known);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Codepoint c = codepoint_at(utf8, i);
    width += is_wide(c.value) ? 2 : 1;
    i += c.bytes;
  }
  return width;
}

}  // namespace railshift
