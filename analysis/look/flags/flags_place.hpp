#pragma once
/// Flags on lengths that are shorter than the straight line.
#include "analysis/look/flags/flag.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis::look {

void place_flags(const World& world, Flags& flags);

}  // namespace railshift::analysis::look
