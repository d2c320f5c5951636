#pragma once
/// Flags on numbers that do not stand beside each other in practice.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void relation_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
