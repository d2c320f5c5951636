#include "sim/scenario/records/reading/stamp.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes the digits that `width` letters of a pattern stand for; nothing if they are not there.
std::optional<int> take_number(std::string_view& text, std::size_t width) {
  const std::size_t most = width == 1 ? 2 : width;
  std::size_t digits = 0;
  while (digits < most && digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || (width > 1 && digits < width)) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text[i] - '0');
  text.remove_prefix(digits);
  return value;
}

bool within(const std::map<char, int>& parts, char letter, int most) {
  const auto at = parts.find(letter);
  return at == parts.end() || at->second <= most;
}

}  // namespace

std::optional<Date> read_stamp(std::string_view text, std::string_view pattern) {
  std::map<char, int> parts;
  while (!pattern.empty()) {
    const char letter = pattern.front();
    if (std::string_view("YMDhms").find(letter) == std::string_view::npos) {
      if (text.empty() || text.front() != letter) return std::nullopt;
      text.remove_prefix(1);
      pattern.remove_prefix(1);
      continue;
    }
    const std::size_t width = std::min(pattern.find_first_not_of(letter), pattern.size());
    const auto number = take_number(text, width);
    if (!number) return std::nullopt;
    parts[letter] = *number;
    pattern.remove_prefix(width);
  }
  if (!text.empty() || parts.count('Y') == 0 || parts.count('M') == 0) return std::nullopt;
  if (!within(parts, 'h', 23) || !within(parts, 'm', 59) || !within(parts, 's', 59)) return std::nullopt;
  const int day = parts.count('D') == 0 ? 1 : parts['D'];
  return parse_date(fmt::format("{:04}-{:02}-{:02}", parts['Y'], parts['M'], day));
}

std::optional<Date> read_stamp(std::string_view text, const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    if (const auto day = read_stamp(text, pattern)) return day;
  }
  return std::nullopt;
}

std::vector<std::string> usual_times() {
  std::vector<std::string> out;
  for (const char* day : {"YYYY-M-D", "YYYY/M/D", "YYYY年M月D日"}) {
    for (const char* time : {" h:mm:ss", " h:mm", ""}) out.push_back(std::string(day) + time);
  }
  out.insert(out.end(), {"YYYY-MM-DDThh:mm:ss", "YYYYMMDDhhmmss", "YYYYMMDD"});
  return out;
}

std::vector<std::string> usual_months() { return {"YYYY-M", "YYYY/M", "YYYY年M月", "YYYYMM", "YYYY.MM"}; }

}  // namespace railshift::scenario
