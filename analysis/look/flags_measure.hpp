#pragma once
/// Flags on measures that can do nothing.
#include "analysis/look/figures.hpp"
#include "analysis/look/flag.hpp"

namespace railshift::analysis::look {

void measure_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
