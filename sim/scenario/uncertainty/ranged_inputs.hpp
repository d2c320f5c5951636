#pragma once
/// Finds every number of a scenario that has a range.
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/toml/toml_node.hpp"
#include "sim/scenario/uncertainty/ranged_input.hpp"

namespace railshift::scenario {

/// In order of path. Measures whose id is not in `measures` (left out of the layer) are left out. A sole share of a whole cannot move and
/// is left out too. Precondition: tables and measures are free of problems.
[[nodiscard]] std::vector<RangedInput> ranged_inputs(const RawTables& tables, const TomlNode& root, const std::set<std::string>& measures);

}  // namespace railshift::scenario
