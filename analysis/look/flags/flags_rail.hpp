#pragma once
/// Flags on sections and sidings.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void railway_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
