#pragma once
/// What the parts of the fleet look at and none of them owns.
#include <cstdint>

#include "sim/engine/agenda.hpp"
#include "sim/engine/live_world.hpp"
#include "sim/engine/places.hpp"
#include "sim/engine/roads.hpp"
#include "sim/engine/truck_legs.hpp"

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
