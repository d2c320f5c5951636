#pragma once
/// Which number formats show a day, and the days behind their numbers.
#include <optional>
#include <string>
#include <string_view>

namespace railshift::scenario {

/// Workbooks count days from 1900, some from 1904.
enum class DateSystem { from_1900, from_1904 };

/// Built-in formats, those of Chinese editions included.
[[nodiscard]] bool shows_date(int format_id);
/// A format of the workbook's own: yyyy"年"m"月"d"日".
[[nodiscard]] bool shows_date(std::string_view format_code);

/// YYYY-MM-DD, with " HH:MM:SS" behind it if the number has hours; nothing before March 1900 (spreadsheets know a 1900-02-29) and after
/// 9999.
[[nodiscard]] std::optional<std::string> date_text(double serial, DateSystem system);
/// The number of a day that is written back as the same text; nothing where date_text has none.
[[nodiscard]] std::optional<double> date_serial(std::string_view text);

}  // namespace railshift::scenario
