#pragma once
/// The number that a text states in the unit of its column, and what to write instead of a text that states none.
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/fields/field_info.hpp"

namespace railshift::scenario {

/// The number that a cell states in the unit of its column: a plain decimal, or one with a word for what the unit measures behind it: in t
/// 12.5万吨 is 125000, in min 0.5小时 is 30. Every check of a number, of its low and of its high reads it so.
[[nodiscard]] std::optional<double> stated_number(std::string_view text, std::string_view unit);

/// Instead of a text that is not a plain decimal.
[[nodiscard]] Words number_advice(const std::string& text, const FieldInfo& info);
/// Instead of a text that is no whole number.
[[nodiscard]] Words whole_number_advice(const std::string& text, const FieldInfo& info);
/// Instead of a number outside of the range of its column.
[[nodiscard]] Words range_advice(const FieldInfo& info);

}  // namespace railshift::scenario
