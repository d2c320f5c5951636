#pragma once
/// Flags on sections and sidings.
#include "analysis/look/figures.hpp"
#include "analysis/look/flag.hpp"

namespace railshift::analysis::look {

void railway_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
