#pragma once
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Stated kilometres and hours of a truck leg, and of the way to a site outside, make a speed that a link could have.
void check_speeds(const Sources& sources, Decoder& decoder);

}  // namespace railshift::scenario
