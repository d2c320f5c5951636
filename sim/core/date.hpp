#pragma once
/// Civil dates, months and integer time. UTC+8 without daylight saving; days are half-open.
/// "年底前" is the stock at 24:00 on 31 December, which is the start of 1 January.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace railshift {

/// A civil day, counted from 1970-01-01.
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date d, int n) { return Date{d.days + n}; }
  friend constexpr Date operator-(Date d, int n) { return Date{d.days - n}; }
  friend constexpr int operator-(Date a, Date b) { return a.days - b.days; }
};

/// A calendar month; `index` counts months from year 0.
struct Month {
  std::int32_t index = 0;
  friend constexpr auto operator<=>(Month, Month) = default;
  friend constexpr Month operator+(Month m, int n) { return Month{m.index + n}; }
  friend constexpr int operator-(Month a, Month b) { return a.index - b.index; }
  [[nodiscard]] constexpr int year() const { return index / 12; }
  /// 1..12
  [[nodiscard]] constexpr int number() const { return index % 12 + 1; }
};

[[nodiscard]] Date make_date(int year, int month, int day);
[[nodiscard]] constexpr Month make_month(int year, int number) { return Month{year * 12 + number - 1}; }
[[nodiscard]] Month month_of(Date day);
[[nodiscard]] int year_of(Date day);
[[nodiscard]] Date first_day(Month month);
[[nodiscard]] inline Date end_day(Month month) { return first_day(month + 1); }
/// The first of the months that begin on a day or after it.
[[nodiscard]] inline Date next_month_start(Date day) { return first_day(month_of(day - 1) + 1); }
[[nodiscard]] inline int days_in(Month month) { return end_day(month) - first_day(month); }
[[nodiscard]] int days_in_year(int year);

/// Strict YYYY-MM-DD; nothing for 2024-02-30 or any other form.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(Date day);
/// YYYY-MM
[[nodiscard]] std::string to_string(Month month);

/// Time inside a run: ticks of 1/1024 s since the first day. A tick is exactly representable as a double of seconds.
using Tick = std::int64_t;
inline constexpr Tick kTicksPerSecond = 1024;
inline constexpr Tick kTicksPerHour = 3600 * kTicksPerSecond;
inline constexpr Tick kTicksPerDay = 24 * kTicksPerHour;
/// 40 bits of ticks: about 34 years.
inline constexpr Tick kMaxTick = (Tick{1} << 40) - 1;
/// Every duration is rounded once, half up.
[[nodiscard]] constexpr Tick ticks_from_hours(double hours) { return static_cast<Tick>(hours * static_cast<double>(kTicksPerHour) + 0.5); }
[[nodiscard]] constexpr double hours_from_ticks(Tick ticks) { return static_cast<double>(ticks) / static_cast<double>(kTicksPerHour); }

}  // namespace railshift
