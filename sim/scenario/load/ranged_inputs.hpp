#pragma once
/// Finds every number of a scenario that has a range.
#include <vector>

#include "sim/model/world.hpp"
#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/load/ranged_input.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// In order of path. Measures that are not in `measures` (left out of the layer) are left out. A sole share of a whole cannot move and is
/// left out too. Precondition: tables and measures are free of problems.
[[nodiscard]] std::vector<RangedInput> ranged_inputs(const RawTables& tables, const TomlNode& root, const Table<Measure>& measures);

}  // namespace railshift::scenario
