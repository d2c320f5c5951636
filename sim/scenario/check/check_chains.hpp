#pragma once
/// Chains hang together.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Legs connect, lines reach, sidings have a line.
void check_chains(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
