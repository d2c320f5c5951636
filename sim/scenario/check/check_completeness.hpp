#pragma once
/// Nothing that a run looks up is missing.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Everything the program looks up is there: values, pools, curves, factors.
void check_completeness(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
