#include "sim/scenario/records/reading/usual_stamps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/workbook/number_formats.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr int kZoneMinutes = 8 * 60;  // UTC+8
/// Spreadsheet days that records can mean: 1980-01-01 to 2100-01-01. Other numbers of five digits are something else.
constexpr double kFirstCounted = 29221;
constexpr double kLastCounted = 73051;

/// Reads from the front of a text.
class Front {
 public:
  explicit Front(std::string_view text) : rest_(text) {}
  /// A number of `least` to `most` digits.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    while (n < most && n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    if (n < least) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < n; ++i) value = value * 10 + (rest_[i] - '0');
    rest_.remove_prefix(n);
    return value;
  }
  bool take(std::string_view mark) {
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(mark.size());
    return true;
  }
  void skip(char c) {
    while (!rest_.empty() && rest_.front() == c) rest_.remove_prefix(1);
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<Date> day_of(int year, int month, int day) { return parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day)); }

/// 20240105 or parts with marks between them.
std::optional<Date> take_day(Front& text) {
  const auto year = text.digits(4, 4);
  if (!year) return std::nullopt;
  for (const auto& [after_year, after_month, after_day] :
       {std::array<std::string_view, 3>{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}) {
    if (!text.take(after_year)) continue;
    const auto month = text.digits(1, 2);
    if (!month || !text.take(after_month)) return std::nullopt;
    const auto day = text.digits(1, 2);
    if (!day || !text.take(after_day)) return std::nullopt;
    return day_of(*year, *month, *day);
  }
  const auto month = text.digits(2, 2);
  const auto day = month ? text.digits(2, 2) : std::nullopt;
  return day ? day_of(*year, *month, *day) : std::nullopt;
}

struct Clock {
  int minute = 0;  ///< after midnight
  std::optional<int> second;
};

/// Seconds with or without parts of one.
std::optional<int> take_seconds(Front& text) {
  const auto second = text.digits(2, 2);
  if (!second || *second > 59) return std::nullopt;
  const bool parts = text.take(".") || text.take(",");
  return parts && !text.digits(1, 9) ? std::nullopt : second;
}

/// 5分0秒 behind an hour.
std::optional<Clock> take_words(Front& text, int hour) {
  const auto minute = text.digits(1, 2);
  if (!minute || *minute > 59 || !text.take("分")) return std::nullopt;
  Clock out{hour * 60 + *minute, text.digits(1, 2)};
  if (out.second && (*out.second > 59 || !text.take("秒"))) return std::nullopt;
  return out;
}

/// 8:05, 08:05:00.000, 8时5分0秒 or 080500; nothing if it is none.
std::optional<Clock> take_time(Front& text) {
  const auto hour = text.digits(1, 2);
  if (!hour || *hour > 23) return std::nullopt;
  if (text.take("时") || text.take("点")) return take_words(text, *hour);
  const bool marked = text.take(":");
  const auto minute = text.digits(marked ? 1 : 2, 2);
  if (!minute || *minute > 59) return std::nullopt;
  Clock out{*hour * 60 + *minute, std::nullopt};
  if (marked ? !text.take(":") : text.done()) return out;
  out.second = take_seconds(text);
  return out.second ? std::optional(out) : std::nullopt;
}

/// Minutes that the clock of UTC+8 is ahead of a zone; nothing behind the time says UTC+8.
std::optional<int> take_zone(Front& text) {
  text.skip(' ');
  if (text.done()) return 0;
  if (text.take("Z") || text.take("z")) return kZoneMinutes;
  const bool west = text.take("-");
  if (!west && !text.take("+")) return std::nullopt;
  const auto hours = text.digits(2, 2);
  (void)text.take(":");
  const auto minutes = text.done() ? std::optional(0) : text.digits(2, 2);
  if (!hours || *hours > 14 || !minutes || *minutes > 59) return std::nullopt;
  const int east = *hours * 60 + *minutes;
  return kZoneMinutes - (west ? -east : east);
}

std::optional<Stamp> counted_day(const std::string& text) {
  const auto number = parse_decimal(text);
  const bool plain = text.find_first_not_of("0123456789.") == std::string::npos;
  if (!number || !plain || *number < kFirstCounted || *number >= kLastCounted) return std::nullopt;
  const auto written = date_text(*number, DateSystem::from_1900);
  const auto day = written ? parse_date(written->substr(0, 10)) : std::nullopt;
  return day ? std::optional(Stamp{*day, *number != std::floor(*number)}) : std::nullopt;
}

}  // namespace

std::optional<Stamp> usual_stamp(std::string_view cell) {
  const std::string plain = trimmed(half_width(cell));
  if (const auto counted = counted_day(plain)) return counted;
  Front text(plain);
  Stamp out;
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  out.day = *day;
  if (text.done()) return out;
  if (!text.take("T")) text.skip(' ');
  const auto clock = take_time(text);
  if (!clock) return std::nullopt;
  const auto ahead = take_zone(text);
  if (!ahead || !text.done()) return std::nullopt;
  // a day exported as a time of day says 00:00:00 in every row
  out.to_second = clock->second && (clock->minute > 0 || *clock->second > 0);
  const int local = clock->minute + *ahead;
  out.day = out.day + (local < 0 ? -1 : local / kMinutesOfDay);
  return out;
}

std::optional<Month> usual_month(std::string_view cell) {
  const std::string plain = compact(cell);
  Front text(plain);
  if (const auto year = text.digits(4, 4)) {
    const bool marked = text.take("-") || text.take("/") || text.take(".") || text.take("年");
    const auto month = text.digits(marked ? 1 : 2, 2);
    if (month && *month >= 1 && *month <= 12) {
      (void)(text.take("月份") || text.take("月"));
      if (text.done() && *year >= 1900) return make_month(*year, *month);
    }
  }
  const auto stamp = usual_stamp(cell);
  if (!stamp) return std::nullopt;
  const Month month = month_of(stamp->day);
  const bool whole = stamp->day == first_day(month) || stamp->day + 1 == end_day(month);
  return whole ? std::optional(month) : std::nullopt;
}

std::optional<int> month_number(std::string_view cell) {
  static const std::array<std::string_view, 12> words = {"一月", "二月", "三月", "四月", "五月",   "六月",
                                                         "七月", "八月", "九月", "十月", "十一月", "十二月"};
  std::string plain = compact(cell);
  if (plain.ends_with("份")) plain.resize(plain.size() - std::string_view("份").size());
  const auto word = std::find(words.begin(), words.end(), plain);
  if (word != words.end()) return static_cast<int>(word - words.begin()) + 1;
  Front text(plain);
  const auto number = text.digits(1, 2);
  (void)text.take("月");
  return number && *number >= 1 && *number <= 12 && text.done() ? number : std::nullopt;
}

std::optional<int> usual_year(std::string_view cell) {
  const std::string plain = compact(cell);
  Front text(plain);
  const auto year = text.digits(4, 4);
  if (year) {
    (void)(text.take("年度") || text.take("年"));
    if (text.done()) return year;
  }
  if (const auto stamp = usual_stamp(cell)) return year_of(stamp->day);
  const auto month = usual_month(cell);
  return month ? std::optional(month->year()) : std::nullopt;
}

}  // namespace railshift::scenario
