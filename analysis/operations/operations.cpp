#include "analysis/operations/operations.hpp"

#include <map>
#include <tuple>

#include "sim/ledger/record.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

constexpr double kTicksPerMinute = 60.0 * static_cast<double>(kTicksPerSecond);

/// The upper end of the bucket in which the 95th per cent of the waits lies.
Tick p95(const std::map<std::uint16_t, std::int64_t>& waits) {
  std::int64_t all = 0;
  for (const auto& [bucket, number] : waits) all += number;
  std::int64_t below = 0;
  for (const auto& [bucket, number] : waits) {
    below += number;
    if (20 * below < 19 * all) continue;
    return bucket == 0 ? 0 : ledger::wait_bucket_floor(static_cast<std::uint16_t>(bucket + 1));
  }
  return 0;
}

/// What the months of one station come to.
struct StationSum {
  ledger::StationRow row;
  std::int64_t days = 0;
  std::map<std::uint16_t, std::int64_t> waits;  ///< by bucket

  void add(const ledger::StationRow& r) {
    days += days_in(r.month);
    row.arrived += r.arrived;
    row.left += r.left;
    row.busy_ticks += r.busy_ticks;
    row.presence_ticks += r.presence_ticks;
    row.wait_ticks += r.wait_ticks;
    row.found_full += r.found_full;
    row.turned_away += r.turned_away;
  }
  [[nodiscard]] std::int64_t services() const {
    std::int64_t n = 0;
    for (const auto& [bucket, trucks] : waits) n += trucks;
    return n;
  }
  [[nodiscard]] double p95_minutes() const { return static_cast<double>(p95(waits)) / kTicksPerMinute; }
};

StationFigures figures_of(const World& world, Id<Station> station, const std::string& period, const StationSum& sum) {
  const double ticks = static_cast<double>(sum.days * kTicksPerDay);
  const auto services = static_cast<double>(sum.services());
  const int servers = world.stations[station].servers;
  const auto came = static_cast<double>(sum.row.arrived + sum.row.turned_away);
  StationFigures f;
  f.station = station;
  f.period = period;
  f.days = static_cast<double>(sum.days);
  f.arrived = sum.row.arrived;
  f.left = sum.row.left;
  f.throughput_per_day = static_cast<double>(sum.row.left) / f.days;
  f.utilisation = servers == 0 ? 0.0 : static_cast<double>(sum.row.busy_ticks) / (servers * ticks);
  f.mean_waiting = static_cast<double>(sum.row.presence_ticks - sum.row.busy_ticks) / ticks;
  f.mean_present = static_cast<double>(sum.row.presence_ticks) / ticks;
  f.mean_wait_min = services > 0.0 ? static_cast<double>(sum.row.wait_ticks) / services / kTicksPerMinute : 0.0;
  f.p95_wait_min = sum.p95_minutes();
  f.full_share = came > 0.0 ? static_cast<double>(sum.row.found_full) / came : 0.0;
  f.turned_away = sum.row.turned_away;
  return f;
}

/// What the months of one pool and owner come to.
struct PoolSum {
  ledger::PoolRow row;
  std::int64_t days = 0;
  std::int64_t loads = 0;
  std::int64_t loaded_metres = 0;
  std::int64_t empty_metres = 0;
  std::map<std::uint16_t, std::int64_t> waits;  ///< of loads for a truck, by bucket

  void add(const ledger::ServiceRow& r) {
    (r.loaded ? loaded_metres : empty_metres) += r.metres;
    if (r.loaded) loads += r.trips;
  }
  void add(const ledger::PoolRow& r) {
    row.present_ticks += r.present_ticks;
    row.idle_ticks += r.idle_ticks;
    row.empty_ticks += r.empty_ticks;
    row.origin_ticks += r.origin_ticks;
    row.loaded_ticks += r.loaded_ticks;
    row.destination_ticks += r.destination_ticks;
    row.repair_ticks += r.repair_ticks;
    row.origin_wait_ticks += r.origin_wait_ticks;
    row.destination_wait_ticks += r.destination_wait_ticks;
    row.loads_waiting_ticks += r.loads_waiting_ticks;
    row.least_empty_metres += r.least_empty_metres;
  }
};

/// Pool, owner (nothing: all trucks), period.
using PoolKey = std::tuple<std::uint32_t, std::optional<Owner>, std::string>;

/// Whether the run looked how long loads wait for a truck: an estimate by the month does not, and its nothing is no zero.
enum class LoadWaits : std::uint8_t { noted, not_noted };

PoolFigures figures_of(const PoolKey& key, const PoolSum& sum, LoadWaits waits) {
  const auto ticks = static_cast<double>(sum.days * kTicksPerDay);
  const auto a_load = [&](Tick t) { return sum.loads > 0 ? hours_from_ticks(t) / static_cast<double>(sum.loads) : 0.0; };
  PoolFigures f;
  f.pool = Id<Pool>{std::get<0>(key)};
  f.owner = std::get<1>(key);
  f.period = std::get<2>(key);
  f.trucks = static_cast<double>(sum.row.present_ticks) / ticks;
  f.idle_trucks = static_cast<double>(sum.row.idle_ticks) / ticks;
  if (waits == LoadWaits::noted || sum.row.loads_waiting_ticks > 0)
    f.loads_waiting = static_cast<double>(sum.row.loads_waiting_ticks) / ticks;
  f.loads = sum.loads;
  f.empty_h = a_load(sum.row.empty_ticks);
  f.origin_wait_h = a_load(sum.row.origin_wait_ticks);
  f.load_h = a_load(sum.row.origin_ticks - sum.row.origin_wait_ticks);
  f.loaded_h = a_load(sum.row.loaded_ticks);
  f.destination_wait_h = a_load(sum.row.destination_wait_ticks);
  f.unload_h = a_load(sum.row.destination_ticks - sum.row.destination_wait_ticks);
  f.repair_h = a_load(sum.row.repair_ticks);
  f.loaded_km = static_cast<double>(sum.loaded_metres) / 1e3;
  f.empty_km = static_cast<double>(sum.empty_metres) / 1e3;
  if (!f.owner && waits == LoadWaits::noted) f.p95_load_wait_h = hours_from_ticks(p95(sum.waits));
  if (!f.owner) f.least_empty_km = static_cast<double>(sum.row.least_empty_metres) / 1e3;
  return f;
}

}  // namespace

std::vector<std::string> periods_of(Month month) { return {to_string(month), std::to_string(month.year()), "all"}; }

std::vector<StationFigures> station_figures(const World& world, const ledger::Ledger& ledger) {
  std::map<std::pair<std::uint32_t, std::string>, StationSum> sums;
  for (const ledger::StationRow& row : ledger.stations) {
    for (const std::string& period : periods_of(row.month)) sums[{row.station.index, period}].add(row);
  }
  for (const ledger::WaitRow& row : ledger.waits) {
    for (const std::string& period : periods_of(row.month)) sums[{row.station.index, period}].waits[row.bucket] += row.trucks;
  }
  std::vector<StationFigures> out;
  for (const auto& [key, sum] : sums) out.push_back(figures_of(world, Id<Station>{key.first}, key.second, sum));
  return out;
}

std::vector<PoolFigures> pool_figures(const World& world, const ledger::Ledger& ledger) {
  std::map<PoolKey, PoolSum> sums;
  for (const ledger::PoolRow& row : ledger.pools) {
    for (const std::string& period : periods_of(row.month)) {
      PoolSum& of_owner = sums[{row.pool.index, row.owner, period}];
      PoolSum& of_all = sums[{row.pool.index, std::nullopt, period}];
      of_owner.add(row);
      of_all.add(row);
      of_owner.days += days_in(row.month);
      if (row.owner == Owner::local) of_all.days += days_in(row.month);  // every month has a row of local trucks, be they none
    }
  }
  for (const ledger::ServiceRow& row : ledger.service) {
    const auto pool = rules::pool_of_flow(world, row.flow);
    if (!pool || row.owner == Owner::through) continue;
    for (const std::string& period : periods_of(row.month)) {
      for (const std::optional<Owner> owner : {std::optional(row.owner), std::optional<Owner>{}}) {
        const auto at = sums.find({pool->index, owner, period});
        if (at != sums.end()) at->second.add(row);
      }
    }
  }
  for (const ledger::LoadWaitRow& row : ledger.load_waits) {
    for (const std::string& period : periods_of(row.month)) sums[{row.pool.index, std::nullopt, period}].waits[row.bucket] += row.loads;
  }
  const LoadWaits waits = ledger.load_waits.empty() ? LoadWaits::not_noted : LoadWaits::noted;
  std::vector<PoolFigures> out;
  for (const auto& [key, sum] : sums) out.push_back(figures_of(key, sum, waits));
  return out;
}

}  // namespace railshift::analysis
