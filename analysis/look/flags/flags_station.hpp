#pragma once
/// Flags on stations: too busy, or missing.
#include "analysis/look/figures/figures.hpp"
#include "analysis/look/flags/flag.hpp"

namespace railshift::analysis::look {

void station_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
