#pragma once
/// What is looked at before TOML is parsed: characters that a Chinese keyboard puts where TOML wants half-width ones.
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

/// Reports the first character of each line that stands outside strings and comments and is not ASCII; returns those lines (from 1).
/// The parser never sees such lines: the library mishandles them. Precondition: valid UTF-8.
[[nodiscard]] std::vector<int> lines_with_wide_characters(std::string_view text, const std::string& file, Problems& problems);

}  // namespace railshift::scenario
