#pragma once
/// World: everything the input says, checked, resolved and immutable during a run, in parts by subject. A function that reads one part
/// takes that part; a World is each of its parts.
#include "sim/model/fleet_world.hpp"
#include "sim/model/goods_world.hpp"
#include "sim/model/judged_world.hpp"
#include "sim/model/measure.hpp"
#include "sim/model/rail_world.hpp"
#include "sim/model/register_world.hpp"
#include "sim/model/road_world.hpp"
#include "sim/model/value_world.hpp"

namespace railshift {

struct World : ValueWorld, GoodsWorld, RoadWorld, RailWorld, FleetWorld, RegisterWorld, PolicyWorld, JudgedWorld {
  friend bool operator==(const World&, const World&) = default;
};

}  // namespace railshift
