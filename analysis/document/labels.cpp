#include "analysis/document/labels.hpp"

#include <algorithm>
#include <array>

namespace railshift::analysis::document {
namespace {

constexpr std::array<std::string_view, 8> kSigns{"", "", "", "✔", "◐", "✘", "？", "○"};
static_assert(kSigns.size() == kLookNames.size());

}  // namespace

std::string_view sign_of(Look look) { return kSigns.at(static_cast<std::size_t>(look)); }

std::string badge_text(const std::string& text, Look look) {
  const std::string_view sign = sign_of(look);
  const bool has_one = std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view s) { return !s.empty() && text.starts_with(s); });
  return sign.empty() || has_one ? text : std::string(sign) + " " + text;
}

std::string chinese_numeral(std::size_t number) {
  static constexpr std::array<std::string_view, 10> kDigits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const std::size_t tens = number / 10;
  std::string out = tens == 0 ? "" : tens == 1 ? "十" : std::string(kDigits.at(tens)) + "十";
  return out + std::string(kDigits.at(number % 10));
}

std::string numbered_title(std::size_t index, const std::string& title, Language language) {
  return (language == Language::zh ? chinese_numeral(index + 1) + "、" : std::to_string(index + 1) + ". ") + title;
}

std::string_view estimate_mark(Language language) { return language == Language::zh ? "估算" : "est."; }

}  // namespace railshift::analysis::document
