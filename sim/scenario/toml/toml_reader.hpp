#pragma once
/// From TOML text to a tree of nodes.
#include <string>
#include <string_view>

#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// Reads a TOML text. Every mistake is reported: a line that cannot be read becomes a `damaged` value and reading goes on.
/// If that is impossible (a broken section header) the result is `damaged` as a whole.
[[nodiscard]] TomlNode read_toml(std::string_view text, const std::string& file, Problems& problems);

/// The value that a text stands for: TOML if it is TOML, otherwise the text itself. For `--set path=value`.
[[nodiscard]] TomlNode value_from_text(const std::string& text, const Place& place);

}  // namespace railshift::scenario
