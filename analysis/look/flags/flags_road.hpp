#pragma once
/// Flags on roads: runs without one, and hauls that are very long.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void road_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
