#pragma once
/// What toml++ says about a line that it refuses, in both languages.
#include <string_view>

#include "sim/core/language.hpp"

namespace railshift::scenario {

/// In English the words of the parser.
[[nodiscard]] Words refusal_words(std::string_view description);

}  // namespace railshift::scenario
