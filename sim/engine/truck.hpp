#pragma once
/// One truck of a pool, as the engine carries it: plain data, 72 bytes, no allocation.
#include <cstdint>
#include <limits>

#include "sim/core/date.hpp"
#include "sim/engine/places.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::engine {

using TruckIndex = std::uint32_t;
inline constexpr TruckIndex kNoTruck = std::numeric_limits<TruckIndex>::max();
inline constexpr std::uint32_t kNoSlot = std::numeric_limits<std::uint32_t>::max();

/// What a truck's next calendar event will be about. `idle`, `parked` and `gone` have no event.
enum class TruckPhase : std::uint8_t {
  idle,
  to_origin,       ///< next: arrives at the origin (or the next station there)
  to_destination,  ///< loading until `mark`, then driving; next: arrives at the destination
  at_destination,  ///< next: arrives at the next station there, or is unloaded
  resting,         ///< between shifts; next: the shift begins
  parked,          ///< out of service for the month; no event
  gone
};

struct Truck {
  Tick since = 0;       ///< charged to pool time up to here
  Tick mark = 0;        ///< while to_destination: end of loading; while idle: since when
  Tick duty_since = 0;  ///< start of the running shift
  Tick wait = 0;        ///< of the present load, at the stations of both ends
  std::uint32_t leg = 0;
  std::uint32_t load = 0;
  TruckIndex next = kNoTruck;  ///< idle list
  TruckIndex before = kNoTruck;
  std::uint32_t slot = kNoSlot;  ///< register slot; none for hired trucks
  std::uint16_t generation = 0;
  std::uint16_t vehicle = 0;  ///< EmissionClass::index
  PlaceIndex place = 0;
  std::uint8_t access = 0;  ///< AccessClass::index
  std::uint8_t pool = 0;
  Owner owner = Owner::local;
  TruckPhase phase = TruckPhase::gone;
  std::uint8_t station = 0;  ///< how many stations of the present end are passed
  bool in_service = true;    ///< not drawn out of service this month
  bool leaving = false;      ///< leaves the pool at the end of its cycle
};

}  // namespace railshift::engine
