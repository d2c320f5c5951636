#pragma once
/// Stations serve: their laws, their rooms, the ways back to them.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Parameters of distributions, measured times, feedback and who is turned away.
void check_stations(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
