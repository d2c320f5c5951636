#pragma once
/// run(World, Replication) -> Ledger: one seeded run of the city, in the calling process. SimGrid allows one engine a process, so callers
/// that need several runs fork (sim/ensemble).
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/ledger/record.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/route.hpp"
#include "sim/model/world.hpp"

namespace railshift::engine {

/// How SimGrid and the calendar interleave; both give the same ledger.
enum class Kernel : std::uint8_t { ahead, step };

struct Replication {
  std::uint32_t seed = 1;
  Kernel kernel = Kernel::ahead;
  std::optional<Date> until;  ///< first day that is not simulated; absent: the scenario's end. Rounded up to whole months.
  /// Called once a reported month with its leg records in the order of their completion (for --trips).
  std::function<void(Month, std::span<const ledger::LegRecord>, const RouteBook&)> on_trips;
  /// Called after every month with the share done, 0..1.
  std::function<void(double)> on_progress;
};

struct RunStatistics {
  std::int64_t loads = 0;   ///< truck loads delivered
  std::int64_t events = 0;  ///< calendar events
  std::int64_t trains = 0;
};

/// Loads that wait for a truck at the end of the run: who waits for what.
struct Unserved {
  std::string flow;
  std::string waits_for;  ///< "truck of pool ... with access ..." or "train of chain ..."
  std::int64_t loads = 0;
  std::int64_t kg = 0;
  double longest_hours = 0.0;
};

struct RunResult {
  ledger::Ledger ledger;
  RunStatistics statistics;
  std::vector<Unserved> unserved;
};

/// SimGrid's version and the settings that every run uses, for the manifest.
[[nodiscard]] std::map<std::string, std::string> kernel_settings();

[[nodiscard]] RunResult run(const World& world, const Replication& replication);

}  // namespace railshift::engine
