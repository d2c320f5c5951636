#pragma once
/// Ordered stations: those at which a truck's arrival may be worked out before it happens, since nobody can overtake on the way there.
#include <vector>

#include "sim/engine/places/truck_legs.hpp"
#include "sim/model/world.hpp"

namespace railshift::engine {

/// By station index: true if every way through its site leads here straight from one and the same station, which has one server. Trucks
/// leave that one in the order in which they came, one tick apart at least, so they come here in that order too, and a truck that enters
/// the first can enter the second in the same event (Lindley's recursion of queues in series). A station that may turn trucks away, that
/// limits its waiting room or to which trucks may be sent back is none of these.
[[nodiscard]] std::vector<bool> ordered_stations(const FleetWorld& world, const std::vector<Way>& ways);

}  // namespace railshift::engine
