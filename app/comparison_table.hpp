#pragma once
/// Two runs side by side on the terminal.
#include <string>
#include <vector>

#include "analysis/metrics/compare.hpp"
#include "analysis/words/scope_words.hpp"

namespace railshift::app {

/// A table of these rows under the headings of the two runs; metrics, scopes and units in words.
[[nodiscard]] std::string comparison_table(const std::vector<analysis::ComparisonRow>& rows, const analysis::Names& names,
                                           const std::string& first, const std::string& second);

}  // namespace railshift::app
