#pragma once
/// The [[caveat]] sections of scenario.toml: what its data cannot carry.
#include <vector>

#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

[[nodiscard]] Fields<Caveat> caveat_fields();
[[nodiscard]] std::vector<Caveat> read_caveats(const TomlNode& root, Decoder& decoder);

}  // namespace railshift::scenario
