#pragma once
/// Flags on pools and counted trucks.
#include "analysis/look/figures.hpp"
#include "analysis/look/flag.hpp"

namespace railshift::analysis::look {

void truck_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
