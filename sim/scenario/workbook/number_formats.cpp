#include "sim/scenario/workbook/number_formats.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/core/date.hpp"

namespace railshift::scenario {
namespace {

constexpr double kFirstSerial = 61;      // 1900-03-01
constexpr double kLastSerial = 2958465;  // 9999-12-31
constexpr int kShiftOf1904 = 1462;

/// The serial 0 of the 1900 system for days from March 1900 on.
Date epoch() { return make_date(1899, 12, 30); }

/// The code without quoted text, [..] and escaped characters, up to the first ';'.
std::string bare(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const auto end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) return out;
      // [h]:mm counts hours
      if (c == '[' && end == i + 2) out += code[i + 1];
      i = end;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool shows_date(int id) { return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58); }

bool shows_date(std::string_view format_code) {
  const std::string code = bare(format_code);
  return code != "General" && code.find_first_of("yYmMdDhHsS") != std::string::npos;
}

std::optional<std::string> date_text(double serial, DateSystem system) {
  if (!std::isfinite(serial)) return std::nullopt;
  if (system == DateSystem::from_1904) serial += kShiftOf1904;
  if (serial < kFirstSerial || serial >= kLastSerial + 1) return std::nullopt;
  const double whole = std::floor(serial);
  const int seconds = static_cast<int>(std::round((serial - whole) * 86400.0));
  std::string text = to_string(epoch() + static_cast<int>(whole));
  if (seconds > 0) text += fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text;
}

std::optional<double> date_serial(std::string_view text) {
  const auto day = parse_date(text);
  if (!day) return std::nullopt;
  const double serial = *day - epoch();
  if (date_text(serial, DateSystem::from_1900) != std::string(text)) return std::nullopt;
  return serial;
}

}  // namespace railshift::scenario
