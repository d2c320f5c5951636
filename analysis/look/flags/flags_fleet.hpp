#pragma once
/// Flags on pools and counted trucks.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void truck_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
