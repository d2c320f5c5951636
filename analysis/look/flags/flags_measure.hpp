#pragma once
/// Flags on measures that can do nothing.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void measure_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
