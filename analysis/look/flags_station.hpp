#pragma once
/// Flags on stations: too busy, or missing.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void station_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
