#pragma once
/// Numbers and names of records as texts of tables and messages.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/both.hpp"
#include "sim/core/date.hpp"

namespace railshift::scenario {

/// Shares with six decimals whose sum is exactly 1 (largest remainder). Precondition: no part is negative and some part is above 0.
[[nodiscard]] std::vector<std::string> share_texts(const std::vector<double>& parts);
/// Tonnes of whole kilograms without needless zeros: 1234.5
[[nodiscard]] std::string tonnes_text(std::int64_t kg);
/// A word as part of an id: zero_exhaust -> zero-exhaust.
[[nodiscard]] std::string id_part(std::string_view word);

/// The id of a site, siding, commodity or segment, in Chinese with its name: st-works（小厂）.
template <class Row>
[[nodiscard]] Words called(const Row& row) {
  return row.name_zh.empty() || row.name_zh == row.id ? same(row.id) : both("{0}（{1}）", "{0}", row.id, row.name_zh);
}

/// 2023-01, 2023-04
[[nodiscard]] std::string list_of(const std::vector<Month>& months);

}  // namespace railshift::scenario
