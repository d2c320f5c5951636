#pragma once
/// Shares that belong together.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Shares that sum to one or to no more than one.
void check_sums(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
