#pragma once
/// What is looked at before TOML is parsed: characters that a Chinese keyboard puts where TOML wants half-width ones.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/core/text.hpp"

namespace railshift::scenario {

/// Reports the first character of each line that stands outside strings and comments and is not ASCII; returns those lines (from 1).
/// The parser never sees such lines: the library mishandles them. Precondition: valid UTF-8.
[[nodiscard]] std::vector<int> lines_with_wide_characters(std::string_view text, const std::string& file, Problems& problems);
/// Where brackets, or the parts of one key, first nest deeper than `most`: parser and readers call themselves for every level, so that the
/// depth of a file would be the depth of their stack. Precondition: valid UTF-8.
[[nodiscard]] std::optional<TextPosition> first_deeper_than(std::string_view text, int most);

}  // namespace railshift::scenario
