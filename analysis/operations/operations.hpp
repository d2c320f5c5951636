#pragma once
/// What stations and pools did: utilisation, queues and waits of every station, and where the hours of a pool's trucks went.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// One station in one reporting period: "2024-03", "2024", or "all" for the whole run. Times in minutes.
struct StationFigures {
  Id<Station> station;
  std::string period;
  double days = 0.0;
  std::int64_t arrived = 0;
  std::int64_t left = 0;
  double throughput_per_day = 0.0;  ///< left / days
  double utilisation = 0.0;         ///< time in service / (servers x time); 0 without servers
  double mean_waiting = 0.0;        ///< time average of trucks that wait
  double mean_present = 0.0;        ///< the same with those in service
  double mean_wait_min = 0.0;       ///< of services that began in the period
  double p95_wait_min = 0.0;        ///< upper end of the bucket (4.4 % wide) that holds the 95th per cent
  double full_share = 0.0;          ///< arrivals that found no room, of all that came
  std::int64_t turned_away = 0;
};

/// One pool in one period: its local trucks, its hired ones, or all of them. Hours a load are hours of trucks over loads delivered in the
/// period; 0 without loads.
struct PoolFigures {
  Id<Pool> pool;
  std::optional<Owner> owner;  ///< nothing: all trucks of the pool
  std::string period;
  double trucks = 0.0;       ///< time average of trucks present
  double idle_trucks = 0.0;  ///< of them, waiting for a load
  /// Time average of loads that wait for a truck; of the pool, so with all trucks and with local ones. Nothing, as p95_load_wait_h, of a
  /// run that noted no waits of loads.
  std::optional<double> loads_waiting;
  std::int64_t loads = 0;  ///< delivered
  double empty_h = 0.0;
  double origin_wait_h = 0.0;
  double load_h = 0.0;
  double loaded_h = 0.0;
  double destination_wait_h = 0.0;
  double unload_h = 0.0;
  double repair_h = 0.0;
  double loaded_km = 0.0;  ///< of loads delivered in the period, outside kilometres included
  double empty_km = 0.0;   ///< of empty runs that ended in it
  /// 95 per cent of the loads that found a truck had waited no longer for it (upper end of the bucket), whoever carries them: of all
  /// trucks.
  std::optional<double> p95_load_wait_h;
  /// Sum over its months of the least that their loads leave to drive, whoever carries them: of all trucks, to be held against their
  /// empty_km.
  std::optional<double> least_empty_km;
};

/// Reporting periods that a month belongs to: itself, its year, the whole run.
[[nodiscard]] std::vector<std::string> periods_of(Month month);

[[nodiscard]] std::vector<StationFigures> station_figures(const World& world, const ledger::Ledger& ledger);
[[nodiscard]] std::vector<PoolFigures> pool_figures(const World& world, const ledger::Ledger& ledger);

/// stations.csv and pools.csv of a run folder, for one replication (1 is the first).
[[nodiscard]] std::string to_csv(const World& world, const std::vector<StationFigures>& figures, int replication);
[[nodiscard]] std::string to_csv(const World& world, const std::vector<PoolFigures>& figures, int replication);

}  // namespace railshift::analysis
