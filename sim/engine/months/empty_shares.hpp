#pragma once
/// Empty shares: from where the trucks come that load at a place, in expectation.
#include <map>
#include <vector>

#include "sim/engine/places/places.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/model/operations.hpp"

namespace railshift::engine {

struct EmptyShares {
  std::vector<PlaceIndex> from;                      ///< places where trucks of the pool come free
  std::map<PlaceIndex, std::vector<double>> shares;  ///< by origin of loads: by position in `from`
  std::map<PlaceIndex, double> hours;                ///< by origin of loads: mean empty run
};

/// How far a dispatcher looks, in hours of empty driving. Of growing_reach its `reach_start_h`; of nearest_load an hour and a half; of the
/// others, which do not look at places, a day.
[[nodiscard]] double reach_h(const Pool& pool);

/// As many trucks leave a place empty as loads end there, as many come to an origin as loads begin there. Of those within half of `looks_h`
/// the nearest find each other, at most half of both sides (a truck nearby is not always free in time); others go back where they came
/// from; who then has no load there takes the nearest. Who looks a day far takes any load, weighted by exp(- hours / looks_h). `loads` by
/// leg.
[[nodiscard]] EmptyShares empty_shares(std::uint16_t pool, const std::vector<TruckLeg>& legs, const std::vector<double>& loads,
                                       const EmptyRuns& runs, double looks_h);

}  // namespace railshift::engine
