#pragma once
/// Flags on roads: runs without one, and hauls that are very long.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void road_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
