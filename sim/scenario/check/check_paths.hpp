#pragma once
/// Paths that background trains leave free: whole ones, and none that is taken away from trains on their way.
#include "sim/scenario/check/check_sources.hpp"
#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {

/// Sections that trains of the flows use. Precondition: references of sections and legs are sound.
void check_paths(const Sources& sources, Decoder& decoder);

}  // namespace railshift::scenario
