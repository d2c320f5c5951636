#pragma once
/// Crowded ends: where a truck that came now would wait a day at a station, loads wait where they are, so that trucks do not stand there.
#include <cstdint>

#include "sim/engine/fleet/fleet_state.hpp"

namespace railshift::engine {

class CrowdedEnds {
 public:
  explicit CrowdedEnds(FleetState& fleet) : fleet_(fleet) {}

  /// Looks at the legs of a pool whose size is not stated. True if loads are held back or let go that were not before: then waiting loads
  /// and idle trucks must be matched anew.
  bool look(std::uint16_t pool, Tick now, Tick until);

 private:
  [[nodiscard]] std::optional<PlaceIndex> crowded_end(const TruckLeg& leg, Tick now) const;
  [[nodiscard]] bool is_crowded(WayIndex way, Tick now) const;

  FleetState& fleet_;
};

}  // namespace railshift::engine
