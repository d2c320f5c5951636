#pragma once
/// Flags on stations: too busy, or missing.
#include "analysis/look/figures.hpp"
#include "analysis/look/flag.hpp"

namespace railshift::analysis::look {

void station_flags(const World& world, const Figures& figures, Flags& flags);

}  // namespace railshift::analysis::look
