#pragma once
/// Every table of a scenario.
#include <vector>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// In the order of the documentation.
[[nodiscard]] const std::vector<TableSpec>& all_tables();

}  // namespace railshift::scenario
