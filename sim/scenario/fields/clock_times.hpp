#pragma once
/// Times of day as a timetable writes them: 06:00;14:30;22:15:30.
#include <optional>
#include <string_view>
#include <vector>

namespace railshift::scenario {

/// Seconds after midnight in ascending order; nothing if one of them is no time of day (00:00 to 23:59:59) or stands twice. An empty text
/// is an empty timetable.
[[nodiscard]] std::optional<std::vector<int>> parse_clock_times(std::string_view text);

}  // namespace railshift::scenario
