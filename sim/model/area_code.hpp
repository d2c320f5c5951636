#pragma once
/// 行政区划代码 - codes of areas (GB/T 2260): six digits of a county, whose first four name its prefecture.
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace railshift {

inline constexpr std::size_t kPrefectureDigits = 4;
inline constexpr std::size_t kCountyDigits = 6;

/// Whether a text has digits alone; also if it is empty.
[[nodiscard]] constexpr bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
/// 1401
[[nodiscard]] constexpr bool is_prefecture_code(std::string_view code) { return code.size() == kPrefectureDigits && is_digits(code); }
/// 140121
[[nodiscard]] constexpr bool is_county_code(std::string_view code) { return code.size() == kCountyDigits && is_digits(code); }
/// 1401 of 140121; empty of what is no code of a county.
[[nodiscard]] constexpr std::string_view prefecture_of(std::string_view county) {
  return is_county_code(county) ? county.substr(0, kPrefectureDigits) : std::string_view{};
}
/// 140100: a prefecture as a whole, written with the digits of a county.
[[nodiscard]] constexpr bool is_whole_prefecture(std::string_view code) { return is_county_code(code) && code.ends_with("00"); }

/// Whether a county lies in an area: is it, or is one of the prefecture that its four digits name. Everything lies in the area without a
/// code; a county without a code lies in no other.
[[nodiscard]] constexpr bool lies_in(std::string_view county, std::string_view area) {
  return area.empty() || county == area || (is_prefecture_code(area) && prefecture_of(county) == area);
}

}  // namespace railshift
