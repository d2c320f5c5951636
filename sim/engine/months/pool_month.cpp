#include "sim/engine/months/pool_month.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/months/idle_shares.hpp"

namespace railshift::engine {
namespace {

bool within(std::uint64_t mask, std::uint64_t other) { return (mask & other) == mask; }

/// Work that trucks of these classes alone can do.
double work_within(const std::map<std::uint64_t, double>& needed, std::uint64_t mask) {
  double hours = 0.0;
  for (const auto& [its, work] : needed) hours += within(its, mask) ? work : 0.0;
  return hours;
}

double trucks_within(const std::vector<CrewKind>& kinds, std::uint64_t mask) {
  double trucks = 0.0;
  for (const CrewKind& kind : kinds) trucks += AccessMask{mask}.admits(kind.access()) ? static_cast<double>(kind.trucks) : 0.0;
  return trucks;
}

}  // namespace

PoolMonths::PoolMonths(const LiveWorld& world, const LegBook& book, Crews& crews) : world_(world), book_(book), crews_(crews) {}

PoolMonth PoolMonths::plan(std::uint16_t pool, const Work& work, const SiteWaits& waits, const EmptyRuns& runs) {
  const Pool& row = world_->pools[Id<Pool>{pool}];
  PoolMonth plan;
  plan.empties = empty_shares(pool, book_.legs, work.loads, runs, reach_h(row));
  plan.cycle_h.assign(book_.legs.size(), 0.0);
  for (std::size_t l = 0; l < book_.legs.size(); ++l) {
    const TruckLeg& leg = book_.legs[l];
    if (leg.pool != pool || work.loads[l] <= 0.0) continue;
    plan.cycle_h[l] = plan.empties.hours[leg.origin] + hours_from_ticks(leg.drive) + waits.wait_h(leg.load_way) +
                      waits.service_h(leg.load_way) + waits.wait_h(leg.unload_way) + waits.service_h(leg.unload_way);
  }
  const HoursByMask needed = hours_by_mask(pool, work, plan);
  call_trucks(pool, work, needed);
  plan.kinds = crews_.kinds(pool);
  share_out(row, work, needed, plan);
  return plan;
}

PoolMonths::HoursByMask PoolMonths::hours_by_mask(std::uint16_t pool, const Work& work, const PoolMonth& plan) const {
  HoursByMask hours;
  for (std::size_t l = 0; l < book_.legs.size(); ++l) {
    if (book_.legs[l].pool == pool && work.loads[l] > 0.0) hours[book_.legs[l].at_gates.bits] += work.loads[l] * plan.cycle_h[l];
  }
  return hours;
}

double PoolMonths::truck_hours(const Pool& pool, double hours) const {
  return hours * pool.shift.value / 24.0 * (pool.trucks ? 1.0 : pool.availability);
}

/// The scarcest classes first; not more than pool.join_rate lets join in a month.
void PoolMonths::call_trucks(std::uint16_t pool, const Work& work, const HoursByMask& needed) {
  const Pool& row = world_->pools[Id<Pool>{pool}];
  const double rate = world_->parameter("pool.join_rate", world_->settings.start);
  if (row.trucks || rate <= 0.0) return;
  const double most = std::max<double>(static_cast<double>(crews_.sizes()[pool]), static_cast<double>(crews_.trucks(pool)));
  auto may_join = std::llround(std::max(1.0, rate * most) * work.hours / 24.0);
  std::vector<std::pair<double, std::uint64_t>> scarcest;
  for (const auto& [mask, unused] : needed) scarcest.emplace_back(trucks_within(crews_.kinds(pool), mask), mask);
  std::sort(scarcest.begin(), scarcest.end());
  for (const auto& [unused, mask] : scarcest) {
    const double trucks = work_within(needed, mask) / truck_hours(row, work.hours) - trucks_within(crews_.kinds(pool), mask);
    const std::int64_t joins = std::min<std::int64_t>(may_join, static_cast<std::int64_t>(std::ceil(trucks)));
    if (joins <= 0) continue;
    crews_.join(pool, AccessMask{mask}, joins, work.month);
    may_join -= joins;
  }
}

void PoolMonths::share_out(const Pool& pool, const Work& work, const HoursByMask& needed, PoolMonth& plan) const {
  const double of_a_truck = truck_hours(pool, work.hours);
  std::vector<double> duty, done;
  std::vector<std::vector<bool>> admits;
  for (const CrewKind& kind : plan.kinds) duty.push_back(static_cast<double>(kind.trucks) * of_a_truck);
  for (const auto& [mask, hours] : needed) {
    double served = 1.0;
    for (const auto& [wider, unused] : needed) {
      if (within(mask, wider)) served = std::min(served, trucks_within(plan.kinds, wider) * of_a_truck / work_within(needed, wider));
    }
    plan.served[mask] = served;
    done.push_back(hours * served);
    std::vector<bool>& may = admits.emplace_back();
    for (const CrewKind& kind : plan.kinds) may.push_back(AccessMask{mask}.admits(kind.access()));
  }
  const IdleShares split = idle_shares(duty, admits, done);
  std::size_t m = 0;
  for (const auto& [mask, unused] : needed) plan.shares[mask] = split.shares[m++];
  for (const double hours : split.idle) plan.idle.push_back(hours / work.hours);
}

}  // namespace railshift::engine
