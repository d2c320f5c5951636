#pragma once
/// 词表 - every word of the report in Chinese and English, in one place.
#include <string_view>
#include <vector>

#include "analysis/report/html.hpp"

namespace railshift::analysis::report {

/// The word for a key; a key without an entry stands for itself (ids and words of the user).
[[nodiscard]] std::string_view word(std::string_view key, Language language);

/// All keys in order, for tests.
[[nodiscard]] std::vector<std::string_view> word_keys();

}  // namespace railshift::analysis::report
