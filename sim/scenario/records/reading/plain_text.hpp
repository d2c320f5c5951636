#pragma once
/// Texts of records as people and export programs type them.
#include <optional>
#include <string>
#include <string_view>

namespace railshift::scenario {

/// A text in half width without any blank or line break, letters small: what two headings or two codes are compared by.
[[nodiscard]] std::string compact(std::string_view text);

/// A number: plain decimal, also in wide digits and with thousands separated in threes (1,250.5). Nothing for 1,25 and for anything else.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);
/// A whole number in the same forms.
[[nodiscard]] std::optional<long long> whole_number(std::string_view text);
/// Digits behind the point of a number.
[[nodiscard]] int decimals_of(std::string_view text);

/// What stands where nothing is: empty, -, —, /.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace railshift::scenario
