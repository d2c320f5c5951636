#pragma once
/// Numbers as a reader wants them, the same on terminal and page: grouped thousands, shares in percent, units in words.
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 12,345.6 - digits grouped by three, this many decimals, never minus zero.
[[nodiscard]] std::string grouped(double value, int decimals);
/// 1,500,000 or -0.125: grouped, with the decimals that the number was written with.
[[nodiscard]] std::string grouped_as_written(double value);

/// A value with its unit: shares in percent; in Chinese t from 10,000 on in 万吨, km in 万公里, yuan in 万元, from 100 million on in 亿;
/// in English yuan from a million on in millions, from 1,000 million on in billions, t from a million on in Mt; small figures keep three
/// digits. "—" for nothing.
[[nodiscard]] std::string figure_text(const std::optional<double>& value, std::string_view unit, Language language);
/// The same with every decimal that the number was written with (nine at most): thresholds and other inputs.
[[nodiscard]] std::string exact_text(double value, std::string_view unit, Language language);
/// As figure_text, with as many decimals more as it takes to read above or below `other` if it is: 84.999% beside a missed 85%.
[[nodiscard]] std::string figure_text_beside(const std::optional<double>& value, double other, std::string_view unit, Language language);
/// How far two figures of this unit lie apart: shares in points, not in percent.
[[nodiscard]] std::string distance_text(const std::optional<double>& value, std::string_view unit, Language language);
/// The same with its sign, also if that is plus.
[[nodiscard]] std::string difference_text(const std::optional<double>& value, std::string_view unit, Language language);
/// +16.75%: a change in percent of a figure of this unit; "—" for a share, whose change is read in points.
[[nodiscard]] std::string percent_text(const std::optional<double>& percent, std::string_view unit);

}  // namespace railshift::analysis
