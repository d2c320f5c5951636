#pragma once
/// What a group of numbers is called that no section names.
#include "sim/core/language.hpp"
#include "sim/scenario/uncertainty/ranged_input.hpp"

namespace railshift::scenario {

/// Of a named value its meaning, of a table's column "table: column", of a measure's key "measures: key", in the words of the field tables.
[[nodiscard]] Words default_group_name(const RangedInput& input);

}  // namespace railshift::scenario
