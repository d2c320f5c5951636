#pragma once
/// Days as records write them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift::scenario {

/// Reads `text` by a pattern of YYYY, M, D, h, m, s (a doubled letter wants two digits, a single one takes one or two); other characters
/// stand for themselves and the pattern covers the whole text. Without D the day is the first of the month. Nothing for other texts and for
/// days or times that do not exist.
[[nodiscard]] std::optional<Date> read_stamp(std::string_view text, std::string_view pattern);
/// By the first pattern that fits.
[[nodiscard]] std::optional<Date> read_stamp(std::string_view text, const std::vector<std::string>& patterns);

/// What is read where a column map names no pattern.
[[nodiscard]] std::vector<std::string> usual_times();
[[nodiscard]] std::vector<std::string> usual_months();

}  // namespace railshift::scenario
