#pragma once
/// One pool through an expected month: what work its loads are, which trucks do it, and how much of it gets done.
#include <cstdint>
#include <map>
#include <vector>

#include "sim/engine/months/crews.hpp"
#include "sim/engine/months/empty_shares.hpp"
#include "sim/engine/months/site_waits.hpp"

namespace railshift::engine {

/// What trucks of which classes a gate lets in decides who can do the work: masks by their bits.
struct PoolMonth {
  EmptyShares empties;
  std::vector<double> cycle_h;                          ///< by leg of all legs: empty run, stations and their queues, loaded run
  std::vector<CrewKind> kinds;                          ///< who is in the pool
  std::map<std::uint64_t, double> served;               ///< by mask: share of the loads that there are trucks for, at most 1
  std::map<std::uint64_t, std::vector<double>> shares;  ///< by mask: share of the loads by position in `kinds`
  std::vector<double> idle;                             ///< by kind: trucks that stand idle, mean of the month
};

/// The months of the pools.
class PoolMonths {
 public:
  PoolMonths(const LiveWorld& world, const LegBook& book, Crews& crews);

  struct Work {
    Month month;
    double hours = 0.0;         ///< of the month
    std::vector<double> loads;  ///< by leg
  };
  /// Lets trucks join where there are too few.
  [[nodiscard]] PoolMonth plan(std::uint16_t pool, const Work& work, const SiteWaits& waits, const EmptyRuns& runs);

 private:
  using HoursByMask = std::map<std::uint64_t, double>;
  [[nodiscard]] HoursByMask hours_by_mask(std::uint16_t pool, const Work& work, const PoolMonth& plan) const;
  [[nodiscard]] double truck_hours(const Pool& pool, double hours) const;
  void call_trucks(std::uint16_t pool, const Work& work, const HoursByMask& needed);
  void share_out(const Pool& pool, const Work& work, const HoursByMask& needed, PoolMonth& plan) const;

  const LiveWorld& world_;
  const LegBook& book_;
  Crews& crews_;
};

}  // namespace railshift::engine
