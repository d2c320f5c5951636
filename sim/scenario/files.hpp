#pragma once
/// Bytes of input files as text.
#include <optional>
#include <string>

#include "sim/scenario/load.hpp"

namespace railshift::scenario {

/// How messages name a file of the scenario.
[[nodiscard]] std::string display_name(const Files& files, const std::string& key);
/// The text of a file in UTF-8 without a byte order mark; nothing if it is missing or its bytes are wrong, which is reported.
[[nodiscard]] std::optional<std::string> text_of(const Files& files, const std::string& key, const std::string& encoding,
                                                 Problems& problems);

}  // namespace railshift::scenario
