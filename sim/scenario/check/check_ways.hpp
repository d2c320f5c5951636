#pragma once
/// Goods and trucks have a way.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Rail chains have a siding where trains load or unload; open roads join the ends of every truck leg on the first day, there and back,
/// stated hours suit the kilometres, and the gateways of every through row on every day of the run. Precondition: no problem has been found
/// so far, and the world is indexed.
void check_ways(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
