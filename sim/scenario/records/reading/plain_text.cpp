#include "sim/scenario/records/reading/plain_text.hpp"

#include <algorithm>

#include "sim/core/text.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

/// 1,234,567.8 without its commas; nothing if they do not stand every three digits.
std::optional<std::string> without_thousands(const std::string& text) {
  if (text.find(',') == std::string::npos) return text;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string out;
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      out += text[i];
      continue;
    }
    const bool in_front = i > sign && i < point;
    if (!in_front || (point - i) % 4 != 0) return std::nullopt;
  }
  // the first group has one to three digits, every other one three
  const std::size_t first = text.find(',');
  if (first - sign > 3 || (point - first) % 4 != 0) return std::nullopt;
  const auto commas = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(point), ','));
  return commas == (point - first) / 4 ? std::optional(out) : std::nullopt;
}

std::string number_text(std::string_view text) { return trimmed(half_width(text)); }

}  // namespace

std::string compact(std::string_view text) {
  std::string out;
  for (const char c : half_width(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::optional<double> plain_number(std::string_view text) {
  const auto bare = without_thousands(number_text(text));
  return bare ? parse_decimal(*bare) : std::nullopt;
}

std::optional<long long> whole_number(std::string_view text) {
  const auto bare = without_thousands(number_text(text));
  return bare ? parse_integer(*bare) : std::nullopt;
}

int decimals_of(std::string_view text) {
  const std::string plain = number_text(text);
  const std::size_t point = plain.find('.');
  if (point == std::string::npos) return 0;
  return static_cast<int>(std::count_if(plain.begin() + static_cast<std::ptrdiff_t>(point), plain.end(), is_plain_digit));
}

bool is_blank(std::string_view text) {
  const std::string plain = number_text(text);
  return plain.empty() || plain == "-" || plain == "--" || plain == "—" || plain == "——" || plain == "/";
}

}  // namespace railshift::scenario
