#pragma once
/// Ceilings on the terminal.
#include <string>

#include "analysis/ceiling/ceilings.hpp"
#include "sim/model/world.hpp"

namespace railshift::app {

/// A line a target with its two ceilings and the limit whose capacity is worth most, then a line a year: how many can be met at once.
/// Empty without targets of tonnes.
[[nodiscard]] std::string ceiling_table(const analysis::Ceilings& ceilings);

}  // namespace railshift::app
