#pragma once
/// What happens at sites can happen.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Releases, closures, stockyards and hours.
void check_operations(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
