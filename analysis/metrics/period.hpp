#pragma once
/// 统计期 - reporting period: a year or one of its months.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/date.hpp"

namespace railshift::analysis {

/// Years stand before their months in key order.
struct Period {
  int year = 0;
  int month = 0;  ///< 1..12; 0 = the whole year
  friend constexpr auto operator<=>(Period, Period) = default;
  [[nodiscard]] constexpr bool is_year() const { return month == 0; }
};
[[nodiscard]] constexpr Period year_period(Month m) { return {m.year(), 0}; }
[[nodiscard]] constexpr Period month_period(Month m) { return {m.year(), m.number()}; }
/// 2024 or 2024-03
[[nodiscard]] std::string to_text(Period period);
/// What to_text writes, back; nothing for any other form.
[[nodiscard]] std::optional<Period> period_from_text(std::string_view text);

}  // namespace railshift::analysis
