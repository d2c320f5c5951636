#pragma once
/// Differences of scenario.toml.
#include "sim/scenario/difference/differences.hpp"

namespace railshift::scenario {

/// [scenario], [[measure]], [[target]], [[caveat]] and [[uncertainty]], in this order.
[[nodiscard]] std::vector<InputDifference> toml_differences(const TomlNode& a, const TomlNode& b);

}  // namespace railshift::scenario
