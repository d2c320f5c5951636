#include "analysis/words/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis {
namespace {

constexpr double kTenThousand = 1e4;
constexpr double kKilogramsPerTonne = 1e3;
constexpr double kMetresPerKilometre = 1e3;
constexpr double kPercent = 100.0;
constexpr double kHundredTrucks = 100.0;
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

/// How a value of a unit is printed: divided by what, with how many decimals, and what stands behind the number.
struct Shape {
  double divisor = 1.0;
  int decimals = 0;
  std::string_view unit;
};

/// Large numbers have a word: Chinese counts in 万 and 亿, English counts money in millions and billions and tonnes in millions, all else
/// in digits.
struct NumberWord {
  Language language;
  std::string_view unit;
  double from;
  double below;  ///< what is counted by below it with two decimals
  std::string_view counted;
};
constexpr std::array<NumberWord, 9> kNumberWords{{{Language::zh, "t", 1e8, 1e4, "亿吨"},
                                                  {Language::zh, "km", 1e8, 1e4, "亿公里"},
                                                  {Language::zh, "yuan", 1e8, 1e4, "亿元"},
                                                  {Language::zh, "t", 1e4, 1.0, "万吨"},
                                                  {Language::zh, "km", 1e4, 1.0, "万公里"},
                                                  {Language::zh, "yuan", 1e4, 1.0, "万元"},
                                                  {Language::en, "yuan", 1e9, 1e6, "billion yuan"},
                                                  {Language::en, "yuan", 1e6, 1.0, "million yuan"},
                                                  {Language::en, "t", 1e6, 100.0, "Mt"}}};
constexpr int kWordDecimals = 2;

/// What rounds to the first number of a word has the word: 1.00 亿元 and not 10,000.00 万元.
const NumberWord* number_word(double size, std::string_view unit, Language language) {
  const auto fits = [&](const NumberWord& w) { return w.language == language && w.unit == unit && size >= w.from - 0.005 * w.below; };
  const auto* const found = std::find_if(kNumberWords.begin(), kNumberWords.end(), fits);
  return found == kNumberWords.end() ? nullptr : found;
}

Shape shape_of(double value, std::string_view unit, Language language) {
  if (is_share(unit)) return {unit == "1" ? 1.0 / kPercent : 1.0, 2, "%"};
  const double size = std::abs(value);
  if (unit == "kg" && size >= kTenThousand) {
    Shape tonnes = shape_of(value / kKilogramsPerTonne, "t", language);
    tonnes.divisor *= kKilogramsPerTonne;
    return tonnes;
  }
  if (unit == "m" && size >= kMetresPerKilometre) {
    Shape kilometres = shape_of(value / kMetresPerKilometre, "km", language);
    kilometres.divisor *= kMetresPerKilometre;
    return kilometres;
  }
  if (const NumberWord* counted = number_word(size, unit, language)) return {counted->from, kWordDecimals, counted->counted};
  if (size >= kTenThousand && (unit == "t" || unit == "km" || unit == "yuan")) return {1.0, 0, unit};
  if (unit == "t") return {1.0, decimals_of(value, size < 10.0 ? kDigitsOfSmall : 1), unit};
  const bool trucks = unit == "vehicles" || unit == "trucks" || unit == "辆";
  // a mean of runs: "240 trucks", "3.3 trucks"
  const int of_mean = size < kHundredTrucks ? 1 : 0;
  return {1.0, decimals_of(value, trucks ? of_mean : 2), unit};
}

double scaled(double value, const Shape& shape) {
  // by a hundredth a share would not come out as it was written
  return shape.divisor < 1.0 ? value * kPercent : value / shape.divisor;
}

std::string printed(double value, const Shape& shape, Language language) {
  std::string number = grouped(scaled(value, shape), shape.decimals);
  if (shape.unit == "%") return number + "%";
  if (shape.unit.empty()) return number;
  const std::string word = unit_word(shape.unit, language);
  return number + " " + (language == Language::en && (number == "1" || number == "-1") ? unit_of_one(word) : word);
}

double rounded(double value, int decimals) {
  const double power = std::pow(10.0, decimals);
  return std::round(value * power) / power;
}

/// Rounding of the arithmetic, no difference.
bool nearly(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

int side_of(double value, double other) { return nearly(value, other) ? 0 : value < other ? -1 : 1; }

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
  return printed(*value, shape_of(*value, unit, language), language);
}

std::string exact_text(double value, std::string_view unit, Language language) {
  Shape shape = shape_of(value, unit, language);
  const double exact = scaled(value, shape);
  while (shape.decimals < kMostDecimals && !nearly(rounded(exact, shape.decimals), exact)) ++shape.decimals;
  return printed(value, shape, language);
}

std::string figure_text_beside(const std::optional<double>& value, double other, std::string_view unit, Language language) {
  if (!value) return figure_text(value, unit, language);
  Shape shape = shape_of(*value, unit, language);
  const double exact = scaled(*value, shape), beside = scaled(other, shape);
  while (shape.decimals < kMostDecimals && side_of(rounded(exact, shape.decimals), beside) != side_of(exact, beside)) ++shape.decimals;
  return printed(*value, shape, language);
}

std::string distance_text(const std::optional<double>& value, std::string_view unit, Language language) {
  if (!value || !is_share(unit)) return figure_text(value, unit, language);
  return grouped(in_percent(*value, unit), 2) + " " + unit_word("points", language);
}

std::string difference_text(const std::optional<double>& value, std::string_view unit, Language language) {
  const std::string text = distance_text(value, unit, language);
  return value ? signed_text(*value, text) : text;
}

std::string percent_text(const std::optional<double>& percent, std::string_view unit) {
  return percent && !is_share(unit) ? signed_text(*percent, grouped(*percent, 2) + "%") : "—";
}

}  // namespace railshift::analysis
