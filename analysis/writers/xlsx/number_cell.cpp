#include "analysis/writers/xlsx/number_cell.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace railshift::analysis::writers::office {
namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";  // U+2212
constexpr int kDigits = 15;

struct PlainNumber {
  enum class Sign { none, plus, hyphen, minus };
  Sign sign = Sign::none;
  std::string digits;  ///< without groups: 1234.50
  int decimals = 0;
  bool grouped = false;
  std::string unit;  ///< what stands behind, blanks included
};

bool digit(char c) { return c >= '0' && c <= '9'; }

PlainNumber::Sign take_sign(std::string_view& text) {
  if (text.starts_with(kMinus)) {
    text.remove_prefix(kMinus.size());
    return PlainNumber::Sign::minus;
  }
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return PlainNumber::Sign::none;
  const auto sign = text.front() == '+' ? PlainNumber::Sign::plus : PlainNumber::Sign::hyphen;
  text.remove_prefix(1);
  return sign;
}

/// Digits with commas as Excel groups them: the same number written by #,##0.
bool grouped_rightly(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos) return false;
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < whole.size(); ++i) {
    if ((whole[i] == ',') != ((i - first) % 4 == 0)) return false;
  }
  return (whole.size() - first) % 4 == 0;
}

std::optional<PlainNumber> plain_number_of(std::string_view text) {
  PlainNumber out;
  out.sign = take_sign(text);
  std::size_t at = 0;
  while (at < text.size() && (digit(text[at]) || text[at] == ',')) ++at;
  const std::string_view whole = text.substr(0, at);
  out.grouped = whole.find(',') != std::string_view::npos;
  if (whole.empty() || (out.grouped && !grouped_rightly(whole))) return std::nullopt;
  std::copy_if(whole.begin(), whole.end(), std::back_inserter(out.digits), digit);
  if (out.digits.size() > 1 && out.digits.front() == '0') return std::nullopt;
  // From a thousand on, a number without groups is written without groups; one below it looks the same with both.
  if (at < text.size() && text[at] == '.') {
    std::size_t end = at + 1;
    while (end < text.size() && digit(text[end])) ++end;
    if (end == at + 1) return std::nullopt;
    out.decimals = static_cast<int>(end - at - 1);
    out.digits += text.substr(at, end - at);
    at = end;
  }
  out.unit = text.substr(at);
  const bool plain = std::none_of(out.unit.begin(), out.unit.end(), [](char c) { return digit(c) || c == '"'; });
  return plain ? std::optional(out) : std::nullopt;
}

double shifted(double value, int shift) {
  if (shift == 0) return value;
  return std::strtod(fmt::format("{:.14e}", value).c_str(), nullptr) * std::pow(10.0, shift);
}

std::string pattern(const PlainNumber& number) {
  return (number.grouped ? "#,##0" : "0") + (number.decimals > 0 ? "." + std::string(static_cast<std::size_t>(number.decimals), '0') : "");
}

std::string literal(const std::string& text) { return text.empty() ? "" : '"' + text + '"'; }

/// With its sign as the text has it.
std::string signed_format(const PlainNumber& number, const std::string& body) {
  switch (number.sign) {
    case PlainNumber::Sign::plus:
      return "\"+\"" + body;
    case PlainNumber::Sign::minus:
      return body + ";\"" + std::string(kMinus) + "\"" + body;
    case PlainNumber::Sign::none:
    case PlainNumber::Sign::hyphen:
      return body;
  }
  return body;
}

/// The sign of the text must be the sign of the value, and what rounds to 0 must have none.
bool sign_agrees(const PlainNumber& number, double value) {
  const bool below = number.sign == PlainNumber::Sign::hyphen || number.sign == PlainNumber::Sign::minus;
  const bool nothing = number.digits.find_first_not_of("0.") == std::string::npos;
  if (nothing && value != 0.0 && value < 0.0) return false;
  if (number.sign == PlainNumber::Sign::plus && value <= 0.0) return false;
  return below == (value < 0.0);
}

}  // namespace

std::string shown_digits(double value, int shift, int decimals) {
  const std::string text = fmt::format("{:.14e}", std::abs(value));  // d.dddddddddddddde+XX
  std::string digits = text.substr(0, 1) + text.substr(2, kDigits - 1);
  const int point = std::atoi(text.c_str() + text.find('e') + 1) + 1 + shift;  // digits before the point
  // As many zeros in front that the point lies behind one digit at least, and behind that the digits can be cut anywhere.
  const int lead = std::max(0, 1 - point) + 1;
  digits.insert(0, static_cast<std::size_t>(lead), '0');
  const std::size_t whole = static_cast<std::size_t>(point + lead), keep = whole + static_cast<std::size_t>(decimals);
  digits.resize(std::max(digits.size(), keep + 1), '0');
  const bool up = digits[keep] >= '5';
  digits.resize(keep);
  for (std::size_t i = keep; up && i > 0; --i) {
    if (digits[i - 1] != '9') {
      ++digits[i - 1];
      break;
    }
    digits[i - 1] = '0';
  }
  const std::size_t first = std::min(digits.find_first_not_of('0'), whole - 1);
  const std::string before = digits.substr(first, whole - first);
  return decimals > 0 ? before + "." + digits.substr(whole) : before;
}

std::optional<NumberCell> number_cell(const document::Figure& figure, const std::string& behind) {
  if (!figure.value || !std::isfinite(*figure.value)) return std::nullopt;
  const double value = *figure.value;
  const auto number = plain_number_of(figure.text);
  if (!number || !sign_agrees(*number, value)) return std::nullopt;
  if (!number->grouped && number->decimals == 0 && number->digits.size() > static_cast<std::size_t>(kDigits)) return std::nullopt;
  const std::string marked = literal(behind);
  if (number->unit == "%" && shown_digits(value, 2, number->decimals) == number->digits)
    return NumberCell{value, signed_format(*number, pattern(*number) + "%" + marked)};
  for (const int shift : {0, 2, -3, -4, -6, -8, -9, 3}) {
    if (shown_digits(value, shift, number->decimals) != number->digits) continue;
    return NumberCell{shifted(value, shift), signed_format(*number, pattern(*number) + literal(number->unit) + marked)};
  }
  return std::nullopt;
}

}  // namespace railshift::analysis::writers::office
