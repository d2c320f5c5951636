#pragma once
/// Truck legs: everything the truck engine must know about one truck leg of one chain, worked out before the run.
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/places/places.hpp"
#include "sim/model/vehicle.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/work/access.hpp"
#include "sim/rules/work/day_curve.hpp"

namespace railshift::engine {

using LegIndex = std::uint32_t;
using MovementIndex = std::uint32_t;

/// A way through a site: its stations in passing order. An empty way is the default service without a queue.
using Way = std::vector<std::uint32_t>;
using WayIndex = std::uint32_t;

struct TruckLeg {
  Id<Flow> flow;
  Id<Chain> chain;
  std::uint8_t seq = 0;
  std::uint16_t pool = 0;
  PlaceIndex origin = 0;
  PlaceIndex destination = 0;
  std::int64_t payload = 0;     ///< kg
  std::uint64_t draw_hash = 0;  ///< of chain id and seq: what a load's draws belong to
  WayIndex load_way = 0;
  WayIndex unload_way = 0;
  std::optional<MovementIndex> feeds;   ///< rail movement that the leg brings goods to; absent: it delivers
  std::optional<MovementIndex> fed_by;  ///< rail movement whose arriving trains release the loads; absent: evenly over the month

  AccessMask allowed;  ///< what the chain sends on this leg (Leg::trucks)
  bool bound = false;  ///< LegBook::clean_leg: for goods of a chain that has its own leg already, and had no such goods in the base year

  // What changes with the month.
  bool has_way = true;      ///< open roads join its ends, there and back: else its loads wait
  Tick cut_until = 0;       ///< end of the last month without a way
  std::uint32_t route = 0;  ///< loaded route under the roads of the month; without a way that of the month before
  Tick drive = 0;
  AccessMask admitted;                    ///< what a dispatcher may send
  AccessMask at_gates;                    ///< what the chain sends and the gates let in
  std::optional<PlaceIndex> crowded_end;  ///< where trucks would stand a day: loads wait where they are
  Tick crowded_until = 0;                 ///< of the last time that an end was crowded
  AccessMask lawful;                      ///< what the floors in force admit
  bool ruled = false;                     ///< a floor is in force at one end

  /// Its loads wait where they are: no truck is sent, none is looked for.
  [[nodiscard]] bool held_back() const { return !has_way || crowded_end.has_value(); }
  /// Sets `admitted` by what the gates let in and whether the leg is held back.
  void admit() { admitted = held_back() ? AccessMask{0} : at_gates; }

  // Loads of the month.
  std::int64_t remainder = 0;   ///< kg that do not fill a truck yet
  std::uint32_t next_load = 0;  ///< number of the next load ever
  std::int64_t due = 0;         ///< loads of this month
  std::int64_t released = 0;    ///< of them released
  std::int64_t delivered = 0;   ///< loads of any month, in this one
  Tick month_begin = 0;
  Tick month_length = 0;
  Tick phase = 0;           ///< drawn offset inside the even spacing
  double poisson_at = 0.0;  ///< ticks of the month, hours all alike, up to which a Poisson process has come

  // How they are offered.
  Release release = Release::even;
  int priority = 5;
  std::optional<rules::DayCurve> curve;  ///< absent: all hours alike
  std::vector<Tick> daily;               ///< of a timetable: ticks after midnight

  [[nodiscard]] bool is_offered_over_the_month() const { return release != Release::stock && release != Release::order_up_to; }
};

/// When the next load of the month is released. Preconditions: released < due, is_offered_over_the_month(). Moves a Poisson process on.
[[nodiscard]] Tick next_release(TruckLeg& leg, std::uint32_t seed);

/// Rail movement of one chain: consecutive rail legs as one train.
struct Movement {
  Id<Flow> flow;
  Id<Chain> chain;
  std::optional<Id<Siding>> loads_at;
  std::optional<Id<Siding>> unloads_at;
  std::int64_t train_load = 0;  ///< kg
  struct Hop {
    std::uint32_t section;
    bool forward;
  };
  std::vector<Hop> hops;  ///< sections with slots, in order
  Tick far_run = 0;       ///< stated hours of legs without sections
  std::int64_t rail_metres = 0;
  std::optional<LegIndex> truck_before;
  std::optional<LegIndex> truck_after;
  std::optional<LegIndex> road_instead;  ///< first leg of the flow's truck-only chain: where spilled tonnes go
};

struct LegBook {
  std::vector<TruckLeg> legs;                             ///< chains in table order, legs by seq
  std::vector<Way> ways;                                  ///< the empty one, then those that a leg takes, each once
  std::vector<Movement> movements;                        ///< chains in table order
  std::vector<std::optional<LegIndex>> first_leg;         ///< by chain index: the truck leg that starts the chain
  std::vector<std::optional<MovementIndex>> movement_of;  ///< by chain index
  /// By chain index, of truck-only chains: the same leg for the loads that an admission binds to new-energy trucks. After all other legs;
  /// none where no measure can bind the chain's flow so.
  std::vector<std::optional<LegIndex>> clean_leg{};
};

/// Truck legs of flows whose truck class is simulated as individuals and that touch the study area. A leg wholly outside is no leg of ours.
[[nodiscard]] LegBook build_legs(const LiveWorld& world, PlaceBook& places);

/// The ends of a leg where a gate can refuse a truck.
[[nodiscard]] std::vector<PlaceIndex> gates_of(const PlaceBook& places, const TruckLeg& leg);

/// Puts gate rules of the month on every leg (both ends).
void apply_gates(const PlaceBook& places, const std::vector<rules::GateRule>& gates, std::vector<TruckLeg>& legs);

}  // namespace railshift::engine
