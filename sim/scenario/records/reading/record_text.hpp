#pragma once
/// The bytes of a record file as text: UTF-8, UTF-16 with a byte order mark, GB18030 and so GBK.
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

/// UTF-8 without byte order mark. Without a declared encoding a byte order mark decides, then valid UTF-8, then GB18030. Nothing for an
/// empty file, wrong bytes or control characters, which are reported with their place.
[[nodiscard]] std::optional<std::string> record_text(const std::string& file, std::string_view bytes,
                                                     const std::optional<std::string>& encoding, Problems& problems);

}  // namespace railshift::scenario
