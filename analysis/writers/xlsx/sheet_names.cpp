#include "analysis/writers/xlsx/sheet_names.hpp"

#include <algorithm>

#include "analysis/writers/office/xml_text.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr std::size_t kMostUnits = 31;

std::size_t units_of(char32_t sign) { return sign > 0xFFFF ? 2 : 1; }

/// The first characters of a text that take at most so many UTF-16 units.
std::string first_units(const std::string& text, std::size_t most) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Codepoint sign = codepoint_at(text, at);
    units += units_of(sign.value);
    if (units > most) break;
    out += text.substr(at, sign.bytes);
    at += sign.bytes;
  }
  return out;
}

std::string legal(const std::string& wish) {
  std::string out;
  for (const char c : clean_text(wish)) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) continue;
    if (c == '\'')
      out += "’";
    else
      out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out;
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.front() == ' ') text.erase(text.begin());
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

std::string SheetNames::take(const std::string& wish, const std::string& fallback) {
  std::string base = trimmed(first_units(trimmed(legal(wish)), kMostUnits));
  // Excel keeps this name for itself.
  if (base.empty() || small_letters(base) == "history") base = fallback;
  std::string name = base;
  for (int n = 2; !taken_.insert(small_letters(name)).second; ++n) {
    const std::string tail = " " + std::to_string(n);
    name = trimmed(first_units(base, kMostUnits - tail.size())) + tail;
  }
  return name;
}

}  // namespace railshift::analysis::writers::office
