#pragma once
/// Pools have trucks and a place to mend them.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Numbers of trucks, breakdowns and the class of closed shuttles.
void check_pools(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
