#include "sim/core/date.hpp"

#include <chrono>

#include <fmt/format.h>

namespace railshift {
namespace {

std::chrono::year_month_day civil(Date day) { return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.days}}}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date make_date(int year, int month, int day) {
  using namespace std::chrono;
  const sys_days days = std::chrono::year{year} / month / day;
  return Date{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

Month month_of(Date day) {
  const auto ymd = civil(day);
  return make_month(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())));
}

int year_of(Date day) { return static_cast<int>(civil(day).year()); }

Date first_day(Month month) { return make_date(month.year(), month.number(), 1); }

int days_in_year(int year) { return make_date(year + 1, 1, 1) - make_date(year, 1, 1); }

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                                        std::chrono::day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return make_date(*y, *m, *d);
}

std::string to_string(Date day) {
  const auto ymd = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string to_string(Month month) { return fmt::format("{:04}-{:02}", month.year(), month.number()); }

}  // namespace railshift
