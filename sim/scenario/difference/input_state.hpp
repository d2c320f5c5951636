#pragma once
/// The inputs of a scenario as they count, with a variant and all changes in them, before anything is decoded.
#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

struct InputState {
  TomlNode root;     ///< scenario.toml; measures that were left out on purpose are not there
  RawTables tables;  ///< every table of the schema
};
/// Precondition: `load` finds no problem in them.
[[nodiscard]] InputState input_state(const Files& files, const LoadRequest& request);

}  // namespace railshift::scenario
