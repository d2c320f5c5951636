#pragma once
/// What happens at sites can happen.
#include "sim/scenario/check_sources.hpp"

namespace railshift::scenario {

/// What happens at sites can happen: distributions, feedback, breakdowns, releases, closures, stockyards, hours.
void check_operations(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
