#include "analysis/words/figures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis {
namespace {

constexpr double kTenThousand = 1e4;
constexpr double kHundredMillion = 1e8;
constexpr double kPercent = 100.0;
constexpr int kDigitsOfSmall = 3;
constexpr int kMostDecimals = 9;

bool is_share(std::string_view unit) { return unit == "1" || unit == "%"; }
double in_percent(double value, std::string_view unit) { return unit == "1" ? value * kPercent : value; }

/// Thousands are set apart from the right, in a text of digits with or without sign and decimals.
std::string with_thousands(std::string text) {
  const bool minus = text.front() == '-';
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > (minus ? 4U : 3U)) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

/// None for a whole number; a small one keeps three digits, so that 0.0014 t does not print as 0.001 t beside a missed "at most 0.001 t".
int decimals_of(double value, int usual) {
  const double size = std::abs(value);
  if (std::floor(size) == size) return 0;
  if (size >= 1.0) return usual;
  return std::clamp(kDigitsOfSmall - 1 - static_cast<int>(std::floor(std::log10(size))), usual, kMostDecimals);
}

/// "1 truck": things that are counted, of which English says one.
std::string unit_of_one(std::string word) {
  for (const std::string_view many : {"trucks", "trips", "loads", "firms", "months"}) {
    if (word == many) word.pop_back();
  }
  return word;
}

std::string with_unit(const std::string& number, std::string_view unit, Language language) {
  if (unit.empty()) return number;
  const std::string word = unit_word(unit, language);
  return number + " " + (language == Language::en && (number == "1" || number == "-1") ? unit_of_one(word) : word);
}

/// Chinese counts in ten thousands, English in thousands.
std::string large(double value, std::string_view unit, std::string_view by_ten_thousand, Language language) {
  if (language == Language::en) return with_unit(grouped(value, 0), unit, language);
  return with_unit(grouped(value / kTenThousand, 2), by_ten_thousand, language);
}

std::string signed_text(double value, const std::string& text) { return value > 0.0 ? "+" + text : text; }

}  // namespace

std::string grouped(double value, int decimals) {
  const std::string text = with_thousands(fmt::format("{:.{}f}", value, decimals));
  const bool minus = text.front() == '-';
  // -0.0 is no number for a reader
  return minus && text.find_first_not_of("-0.,") == std::string::npos ? text.substr(1) : text;
}

std::string grouped_as_written(double value) {
  const std::string text = fmt::format("{}", value);
  return text.find('e') == std::string::npos ? with_thousands(text) : grouped(value, decimals_of(value, 0));
}

std::string figure_text(const std::optional<double>& value, std::string_view unit, Language language) {
  if (!value) return "—";
  if (is_share(unit)) return grouped(in_percent(*value, unit), 2) + "%";
  const double size = std::abs(*value);
  if (unit == "kg" && size >= kTenThousand) return figure_text(*value / 1e3, "t", language);
  if (unit == "t" && size >= kTenThousand) return large(*value, unit, "万吨", language);
  if (unit == "km" && size >= kTenThousand) return large(*value, unit, "万公里", language);
  if (unit == "yuan" && size >= kHundredMillion && language == Language::zh)
    return with_unit(grouped(*value / kHundredMillion, 2), "亿元", language);
  if (unit == "yuan" && size >= kTenThousand) return large(*value, unit, "万元", language);
  if (unit == "t") return with_unit(grouped(*value, decimals_of(*value, size < 10.0 ? kDigitsOfSmall : 1)), unit, language);
  const bool trucks = unit == "vehicles" || unit == "trucks" || unit == "辆";
  return with_unit(grouped(*value, decimals_of(*value, trucks ? 1 : 2)), unit, language);
}

std::string distance_text(const std::optional<double>& value, std::string_view unit, Language language) {
  if (!value || !is_share(unit)) return figure_text(value, unit, language);
  return with_unit(grouped(in_percent(*value, unit), 2), "points", language);
}

std::string difference_text(const std::optional<double>& value, std::string_view unit, Language language) {
  const std::string text = distance_text(value, unit, language);
  return value ? signed_text(*value, text) : text;
}

std::string percent_text(const std::optional<double>& percent, std::string_view unit) {
  return percent && !is_share(unit) ? signed_text(*percent, grouped(*percent, 2) + "%") : "—";
}

}  // namespace railshift::analysis
