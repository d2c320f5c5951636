#pragma once
/// The mine-to-plant cycle: a closed fleet between two sites with load and unload bays, exponential services, constant drives.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "bench/measured.hpp"
#include "bench/results.hpp"
#include "bench/scenario_folder.hpp"

namespace railshift::bench {

struct CycleCase {
  std::int64_t trucks = 10'000;

  /// One bay a hundred trucks at each end.
  [[nodiscard]] std::int64_t bays() const { return trucks / 100; }
  /// More than a month's work, all of it known from the first tick on, so that no truck ever lacks a load. The last loads are carried in
  /// the second month, which offers none: so both programs serve every load. The largest fleet gets a week's work, since its actors need
  /// tens of microseconds a load.
  [[nodiscard]] std::int64_t loads() const { return std::min<std::int64_t>(trucks * 170, 3'400'000); }
};

inline constexpr double kMeanServiceMinutes = 2.5;
inline constexpr double kPayloadTonnes = 30.0;
inline constexpr int kCycleMonths = 2;

/// Writes the tables and scenario.toml.
void write_cycle(const CycleCase& cycle, ScenarioFolder& folder);

/// One SimGrid actor a truck, semaphores as bays; same world, draws, routes and leg records.
[[nodiscard]] Figures run_actors(const CycleCase& cycle, const std::filesystem::path& folder);

/// Both, one after the other, as often as asked for. Throws if they do not serve the same loads.
[[nodiscard]] std::vector<Result> cycle_bench(const CycleCase& cycle, int repetitions);

}  // namespace railshift::bench
