#pragma once
/// The [[target]] sections of scenario.toml.
#include <string>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

[[nodiscard]] Fields<Target> target_fields();
[[nodiscard]] std::vector<std::string> scope_fields();
[[nodiscard]] std::vector<Target> read_targets(const TomlNode& root, Decoder& decoder);

}  // namespace railshift::scenario
