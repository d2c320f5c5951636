#pragma once
/// What the parts of the fleet look at and none of them owns.
#include <cstdint>

#include "sim/engine/base/agenda.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/places.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/engine/places/truck_legs.hpp"

namespace railshift::engine {

struct Surroundings {
  const LiveWorld& world;
  std::uint32_t seed;
  Agenda agenda;
  const PlaceBook& places;
  LegBook& book;
  Roads& roads;
};

}  // namespace railshift::engine
