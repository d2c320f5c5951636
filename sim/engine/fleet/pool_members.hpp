#pragma once
/// Which registered trucks work in the pools: sized from base-year truck-hours at zero queue, drawn from the register, followed as the
/// register changes.
#include <cstdint>
#include <vector>

#include "sim/engine/fleet/drawn_trucks.hpp"
#include "sim/engine/fleet/fleet.hpp"
#include "sim/model/state.hpp"
#include "sim/rules/register/register_month.hpp"

namespace railshift::engine {

/// Trucks a pool needs: base-year truck-hours (run empty back, service, run loaded) / (365 x shift x availability x pool.utilisation); or
/// `trucks`.
[[nodiscard]] std::vector<std::int64_t> pool_sizes(const World& world, const LegBook& book, const EmptyRuns& runs);

/// Mean hours at the stations of a way without any queue; the default service where there are none.
[[nodiscard]] double service_hours(const World& world, const std::vector<std::uint32_t>& stations);

class PoolMembers final : public OtherWork {
 public:
  /// Flags members in the register (pool index), puts their trucks into the fleet at origins in proportion to base-year loads. Keeps the
  /// register and the fleet.
  PoolMembers(const World& world, std::uint32_t seed, const std::vector<std::int64_t>& sizes, const std::vector<TruckLeg>& legs,
              Register& reg, Fleet& fleet);
  /// Follows one month of the register: removed trucks leave their pool, delivered ones join where the old one stood.
  void follow(const rules::RegisterMonth& month, Tick now);

  // OtherWork: the drawn order of the members, from where it was left on
  [[nodiscard]] std::optional<AccessClass> next(std::uint16_t pool, AccessMask admitted) override;
  void join(std::uint16_t pool, AccessMask admitted, PlaceIndex place, Tick now) override;
  void take_back(TruckIndex truck, Tick now) override;

  /// Trucks that a pool needs and the register cannot give, by pool.
  [[nodiscard]] const std::vector<std::int64_t>& missing() const { return missing_; }

 private:
  Register& register_;
  Fleet& fleet_;
  std::vector<DrawnTrucks> candidates_;  ///< by pool
  std::vector<TruckIndex> truck_of_slot_;
  std::vector<std::int64_t> missing_;
};

}  // namespace railshift::engine
