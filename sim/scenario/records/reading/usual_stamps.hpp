#pragma once
/// Days, times and months in the forms that gates, registers and monthly sheets write without saying which.
#include <optional>
#include <string_view>

#include "sim/core/date.hpp"

namespace railshift::scenario {

/// A day, and whether its time was told to the second.
struct Stamp {
  Date day;
  bool to_second = false;
};

/// 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105, with an hour behind (8:05, 08:05:00, 080500, 8时5分0秒, T08:05:00), parts of a
/// second, a zone (Z, +08:00; other zones are turned into UTC+8), or the number of a day as spreadsheets count them (45296, 45296.34).
/// Nothing for days and times that do not exist.
[[nodiscard]] std::optional<Stamp> usual_stamp(std::string_view text);

/// 2024-01, 2024/1, 2024.1, 2024年1月, 2024年01月份, 202401, or the first or last day of a month in one of the forms of a day.
[[nodiscard]] std::optional<Month> usual_month(std::string_view text);
/// 1月, 01, 1月份, 一月: a month of a year that stands elsewhere; 1..12.
[[nodiscard]] std::optional<int> month_number(std::string_view text);
/// 2024, 2024年, 2024年度 or a day of the year.
[[nodiscard]] std::optional<int> usual_year(std::string_view text);

}  // namespace railshift::scenario
