#pragma once
/// One truck of a pool, as the engine carries it: plain data, one line of memory, no allocation.
#include <cstdint>
#include <limits>

#include "sim/core/date.hpp"
#include "sim/engine/places/places.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::engine {

using TruckIndex = std::uint32_t;
inline constexpr TruckIndex kNoTruck = std::numeric_limits<TruckIndex>::max();

/// What a truck's next calendar event will be about. `idle`, `parked` and `gone` have no event, nor has a truck on hold.
enum class TruckPhase : std::uint8_t {
  idle,
  to_origin,       ///< next: arrives at the origin (or the next station there)
  to_destination,  ///< loading until `mark`, then driving; next: arrives at the destination
  at_destination,  ///< next: arrives at the next station there, or is unloaded
  resting,         ///< between shifts; next: the shift begins
  turned_back,     ///< no room at the origin; next: is back where it came from
  repairing,       ///< broken down on the way; next: drives on
  parked,          ///< out of service for the month; no event
  gone
};

/// Why a truck that is at a site has no event.
enum class Hold : std::uint8_t {
  none,
  yard,    ///< waits for goods or room in a stockyard, which calls it
  no_bay,  ///< waits at a station without servers
};

/// Driving time to a truck's next breakdown; only in pools that have breakdowns.
struct Wear {
  Tick left = 0;             ///< driving until the next breakdown
  Tick to_drive = 0;         ///< broken down: what remains of the run
  std::uint32_t number = 0;  ///< breakdowns so far
};

struct alignas(64) Truck {
  Tick since = 0;       ///< charged to pool time up to here
  Tick mark = 0;        ///< at a site and while to_destination: when service there ends or ended; while idle or on hold: since when
  Tick duty_since = 0;  ///< start of the running shift
  Tick wait = 0;        ///< of the present load, at the stations of both ends
  std::uint32_t leg = 0;
  std::uint32_t load = 0;
  TruckIndex next = kNoTruck;  ///< idle list
  TruckIndex before = kNoTruck;
  std::uint16_t vehicle = 0;  ///< EmissionClass::index
  PlaceIndex place = 0;
  PlaceIndex before_run = 0;  ///< where it stood before the run to the origin
  std::uint16_t visit = 0;    ///< stations visited at the present end, repeats included
  std::uint8_t access = 0;    ///< AccessClass::index
  std::uint8_t pool = 0;
  std::uint8_t station = 0;  ///< how many stations of the present end are passed
  Owner owner = Owner::local;
  TruckPhase phase = TruckPhase::gone;
  TruckPhase driving = TruckPhase::gone;  ///< while repairing: what it was about
  Hold hold = Hold::none;
  bool in_service : 1 = true;    ///< not drawn out of service this month
  bool leaving : 1 = false;      ///< leaves the pool at the end of its cycle
  bool let_in : 1 = false;       ///< the stockyard of the present end has let it in, or there is none
  bool at_station : 1 = false;   ///< time at the present end is spent at a station, not before a yard, in an open place or at a closed way
  bool breaks_down : 1 = false;  ///< the next event is a breakdown, not an arrival
  bool keeps_way : 1 = false;    ///< set out on roads that are no more, or turned back: its ways stand in its record

  /// On the way to load `number` of a leg, at none of its stations yet.
  void set_out_for(std::uint32_t leg_index, std::uint32_t number) {
    phase = TruckPhase::to_origin;
    station = 0;
    visit = 0;
    let_in = false;
    keeps_way = false;
    at_station = false;
    leg = leg_index;
    load = number;
    wait = 0;
  }
};
static_assert(sizeof(Truck) == 64);

inline void put_on_hold(Truck& t, Hold why, Tick now) {
  t.hold = why;
  t.mark = now;
}

/// The identity of a truck for its own draws: register slot and generation, or its number among those without one.
[[nodiscard]] constexpr std::uint64_t registered_identity(std::uint32_t slot, std::uint16_t generation) {
  return (static_cast<std::uint64_t>(generation) << 32) + slot;
}
/// The slot of a registered truck.
[[nodiscard]] constexpr std::uint32_t slot_of(std::uint64_t identity) { return static_cast<std::uint32_t>(identity); }
[[nodiscard]] constexpr std::uint64_t unregistered_identity(TruckIndex i) { return (std::uint64_t{1} << 63) + i; }

}  // namespace railshift::engine
