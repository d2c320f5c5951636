#pragma once
/// Truck flows: loads, trips and truck-hours of the pools by expected values, a month at a time.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/engine/base/waits_for.hpp"
#include "sim/engine/fleet/gate_claims.hpp"
#include "sim/engine/months/pool_month.hpp"
#include "sim/engine/places/roads.hpp"
#include "sim/ledger/fold.hpp"

namespace railshift::engine {

class TruckFlows {
 public:
  struct Around {
    const LiveWorld& world;
    std::uint32_t seed;
    const PlaceBook& places;
    LegBook& book;
    Roads& roads;
  };
  TruckFlows(const Around& around, Register& reg);

  void begin_month(Month month, const std::vector<rules::GateRule>& gates);
  /// `loads` by leg, as far as they can be known before trains run; the month lasts from `begin` to `end`.
  void plan(const std::vector<double>& loads, Month month, Tick begin, Tick end);
  /// So many loads of a leg are offered in the month; those that no truck can carry stay with the leg (TruckLeg::remainder). How many
  /// arrive.
  [[nodiscard]] std::int64_t carry(LegIndex leg, std::int64_t loads);
  /// Trips of the month, and pool rows into the ledger.
  [[nodiscard]] std::vector<ledger::TripSum> end_month(Month month, ledger::Ledger& out);
  void follow(const rules::RegisterMonth& month) { crews_.follow(month); }

  [[nodiscard]] const Crews& crews() const { return crews_; }
  /// loads_redirected of the month, a rough figure: loads that would have gone with a truck that a floor refuses, had every truck of the
  /// pool been as likely. Basis and journal need to know that a floor acted; how often is far off (docs/limits.md).
  [[nodiscard]] std::vector<policy::Effect> gate_effects() const;
  [[nodiscard]] const std::vector<policy::Binding>& bindings() const { return claims_.bindings(); }
  [[nodiscard]] std::int64_t loads_delivered() const { return delivered_; }
  [[nodiscard]] std::vector<Unserved> unserved(Tick now) const;

 private:
  /// Time of the trucks of a pool and owner, hours.
  struct Hours {
    double empty = 0.0, origin = 0.0, loaded = 0.0, destination = 0.0, origin_wait = 0.0, destination_wait = 0.0;
  };
  struct LegState {
    std::int64_t under_way = 0;  ///< loads that have set out or look for their truck and have not arrived
    std::int64_t arrived = 0;    ///< of the month
    std::int64_t carried = 0;    ///< of them those that set out in a month before
    std::int64_t offered = 0;    ///< of the month, those that set out
    std::uint64_t gates = 0;     ///< what gates let in when those of the month set out
    std::uint64_t gates_before = 0;
    std::optional<Tick> waits_since;
  };
  /// What a pool does in a month, and how its loads were rounded to kinds of trucks and places they come from.
  struct Told {
    PoolMonth plan;
    std::map<std::uint64_t, WholeShares> kinds;  ///< by what gates let in
    std::map<PlaceIndex, WholeShares> places;    ///< by origin
    [[nodiscard]] bool sends(std::uint64_t gates, PlaceIndex origin) const;
  };
  void add_trips(LegIndex leg, std::vector<ledger::TripSum>& trips);
  void add_trips(LegIndex leg, std::int64_t loads, Told& told, std::uint64_t gates, std::vector<ledger::TripSum>& trips);
  void add_hours(LegIndex leg, const PoolMonth& plan, const std::vector<std::int64_t>& by_kind);
  [[nodiscard]] std::pair<Need, std::string> lacks(const TruckLeg& leg) const;
  void add_row(std::uint16_t pool, Owner owner, Month month, ledger::Ledger& out);

  Around around_;
  std::vector<LegState> legs_;
  Crews crews_;
  PoolMonths months_;
  SiteWaits waits_;
  GateClaims claims_;
  std::vector<Told> told_;                     ///< by pool, of the month
  std::vector<Told> before_;                   ///< by pool, of the month before
  std::vector<std::map<Owner, Hours>> hours_;  ///< by pool, of the month
  Tick begin_ = 0;
  Tick length_ = 0;
  std::int64_t delivered_ = 0;
};

}  // namespace railshift::engine
