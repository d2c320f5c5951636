#pragma once
/// Whether a run of these numbers would end, on a machine of an office, in an afternoon.
#include "sim/scenario/check/check_sources.hpp"
#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {

/// Precondition: the world is indexed and its balances are sound.
void check_size(const Sources& sources, Decoder& decoder);

}  // namespace railshift::scenario
