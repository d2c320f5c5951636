#pragma once
/// A new siding, belt or pipe is adopted: contracts, wagons and habits come in steps, not with the first train.
#include "sim/core/date.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Share of a flow's tonnes that may consider the chain in a month, the least over the sidings that its movement uses, or of its belt or
/// pipe: first + (1 - first) m / ramp in month m = 0, 1, ... after a measure with a ramp has opened it for the whole month, 1 from month
/// `ramp` on and without a ramp. Precondition: the chain is open.
[[nodiscard]] double contracted_share(const World& world, const Chain& chain, Month month);

}  // namespace railshift::rules
