#pragma once
/// Numbers of records as texts of tables.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift::scenario {

/// Shares with six decimals whose sum is exactly 1 (largest remainder). Precondition: no part is negative and some part is above 0.
[[nodiscard]] std::vector<std::string> share_texts(const std::vector<double>& parts);
/// Tonnes of whole kilograms without needless zeros: 1234.5
[[nodiscard]] std::string tonnes_text(std::int64_t kg);
/// A word as part of an id: zero_exhaust -> zero-exhaust.
[[nodiscard]] std::string id_part(std::string_view word);

/// 2023-01, 2023-04
[[nodiscard]] std::string list_of(const std::vector<Month>& months);

}  // namespace railshift::scenario
