#pragma once
/// From decoded rows to the tables of a World.
#include "sim/model/world.hpp"
#include "sim/scenario/tables/readings.hpp"

namespace railshift::scenario {

/// Rows merged and sorted into the tables of a World; measures and targets are left to the caller.
[[nodiscard]] World assemble(const Readings& readings);

}  // namespace railshift::scenario
