#pragma once
/// Crews: how many trucks of which kind work in the pools. Members are those that the full engine draws; who joins later and who goes is
/// reckoned by the month.
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/engine/base/live_world.hpp"
#include "sim/engine/fleet/drawn_trucks.hpp"
#include "sim/engine/months/whole_shares.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/register/register_month.hpp"

namespace railshift::engine {

/// Trucks of one pool, emission class and owner.
struct CrewKind {
  std::uint16_t vehicle = 0;
  Owner owner = Owner::local;
  std::int64_t trucks = 0;
  [[nodiscard]] AccessClass access() const { return EmissionClass::from_index(vehicle).access; }
};

/// Trucks that came to a pool and left it, since the last row.
struct CrewChange {
  std::int64_t open = 0, joined = 0, left = 0, close = 0;
};

class Crews {
 public:
  /// Flags the members in the register, drawn as in the full engine.
  Crews(const LiveWorld& world, std::uint32_t seed, std::vector<std::int64_t> sizes, const std::vector<TruckLeg>& legs, Register& reg);

  [[nodiscard]] std::vector<CrewKind> kinds(std::uint16_t pool) const;
  [[nodiscard]] std::int64_t trucks(std::uint16_t pool) const;
  [[nodiscard]] const std::vector<std::int64_t>& sizes() const { return sizes_; }
  /// Trucks that a pool needs and the register cannot give, by pool.
  [[nodiscard]] const std::vector<std::int64_t>& missing() const { return missing_; }

  /// Up to `wanted` trucks of these classes join: registered ones in drawn order, then outside ones in the mix of the month.
  void join(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month);
  /// Of the trucks that stand idle at a month's beginning, the outside ones go home and of the others as many as the pool has over its size
  /// go back to other work. `idle` by kind of `kinds(pool)`: how many stand idle.
  void dismiss(std::uint16_t pool, const std::vector<double>& idle);
  /// Removed trucks leave their pool, delivered ones take their place.
  void follow(const rules::RegisterMonth& month);
  /// The month's change of a pool and owner, told once.
  [[nodiscard]] CrewChange take_change(std::uint16_t pool, Owner owner);

 private:
  using Kinds = std::map<std::pair<Owner, std::uint16_t>, std::int64_t>;
  void put(std::uint16_t pool, Owner owner, std::uint16_t vehicle, std::int64_t trucks);
  void hire(std::uint16_t pool, AccessMask admitted, std::int64_t wanted, Month month);
  void send_back(std::uint16_t pool, std::uint16_t vehicle, std::int64_t trucks);

  const LiveWorld& world_;
  Register& register_;
  std::vector<std::int64_t> sizes_;
  std::vector<std::int64_t> missing_;
  std::vector<DrawnTrucks> candidates_;               ///< by pool
  std::vector<Kinds> kinds_;                          ///< by pool
  std::vector<std::map<Owner, CrewChange>> changes_;  ///< by pool
};

}  // namespace railshift::engine
