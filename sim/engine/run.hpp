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

#include "sim/engine/base/waits_for.hpp"
#include "sim/engine/loads/truck_waits.hpp"
#include "sim/ledger/record.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/ledger/trains_csv.hpp"
#include "sim/model/route.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/calibration.hpp"

namespace railshift::engine {

/// How SimGrid and the calendar interleave; both give the same ledger.
enum class Kernel : std::uint8_t { ahead, step };

/// Another run that a run turns into.
struct Turn {
  const World* world = nullptr;
  std::optional<Date> until;  ///< as in Replication; not after the end of the run so far
};

struct Replication {
  std::uint32_t seed = 1;
  /// Delays, rates and constants of the base year (settle); they belong to a world with the same tables of chains, sidings and lines, and
  /// live as long as the run. Nothing: rail.delay_prior, and the constants that fit it.
  const rules::BaseYear* base = nullptr;
  bool settle = false;  ///< set by `settle`: wishes stay at base shares, and what the months teach is kept apart
  Kernel kernel = Kernel::ahead;
  std::optional<Date> until;  ///< first day that is not simulated; absent: the scenario's end. The first day of a month.
  /// Called once a reported month with its leg records in the order of their completion (for --trips).
  std::function<void(Month, std::span<const ledger::LegRecord>, const RouteBook&)> on_trips;
  /// Called when a train does something (for --trains).
  std::function<void(const ledger::TrainEvent&)> on_train;
  /// Called after every month with the share done, 0..1.
  std::function<void(double)> on_progress;
  /// Called before every month and once after the last one. Where two runs share their past, the caller forks here and answers in the new
  /// process with the other run: this run then goes on as that one. Its world must not differ from the world so far in anything that is
  /// seen before this month (rules::first_difference).
  std::function<std::optional<Turn>(Month)> before_month;
};

struct RunStatistics {
  std::int64_t loads = 0;   ///< truck loads delivered
  std::int64_t events = 0;  ///< calendar events
  std::int64_t trains = 0;
  std::int64_t refused_loads = 0;  ///< turned away for want of room: they leave the model
  std::int64_t refused_kg = 0;
};

struct RunResult {
  ledger::Ledger ledger;
  RunStatistics statistics;
  std::vector<Unserved> unserved;
  std::vector<LongWait> long_waits;      ///< the run's promise is broken by those without a cause
  std::optional<rules::BaseState> base;  ///< of a run that settles
};

/// SimGrid's version and the settings that every run uses, for the manifest.
[[nodiscard]] std::map<std::string, std::string> kernel_settings();

/// The first simulated month, warm-up included.
[[nodiscard]] Month first_month(const ValueWorld& world);
/// The first month that is not simulated.
[[nodiscard]] Month end_month(const ValueWorld& world, const std::optional<Date>& until);

[[nodiscard]] RunResult run(const World& world, const Replication& replication);

/// The seed of the base year, whatever the seed of the runs that are measured against it.
inline constexpr std::uint32_t kSettlingSeed = 1;
/// Runs the base year of a world once, at base shares and without the measures of that year and later ones: the delays and road rates that
/// it reaches by itself. In the calling process, as `run`.
[[nodiscard]] rules::BaseState settle(const World& world, const std::function<void(double)>& on_progress = {});

}  // namespace railshift::engine
