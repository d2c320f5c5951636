#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "bench/cycle_case.hpp"
#include "bench/engine_run.hpp"

namespace railshift::bench {
namespace {

/// Ratio asked for at the size that the product promises it for.
constexpr std::int64_t kPromisedTrucks = 10'000;
constexpr double kPromisedRatio = 12.0;
/// Trucks that arrive at one tick are served in another order, so single waits differ; their sum may not.
constexpr double kWaitTolerance = 0.02;

void expect_same_work(const CycleCase& cycle, const Figures& ours, const Figures& actors) {
  const bool same = ours.loads == actors.loads && ours.kg == actors.kg && ours.trips == actors.trips && ours.metres == actors.metres;
  if (same && ours.loads == cycle.loads() && std::abs(ours.wait_hours - actors.wait_hours) <= kWaitTolerance * actors.wait_hours) return;
  throw std::runtime_error(
      fmt::format("the programs do not do the same work: {} and {} loads, {} and {} kg, {} and {} m, {:.0f} and {:.0f} h of waits",
                  ours.loads, actors.loads, ours.kg, actors.kg, ours.metres, actors.metres, ours.wait_hours, actors.wait_hours));
}

double microseconds_a_load(const std::vector<Measured>& runs) {
  return median(runs, [](const Measured& run) { return run.figures.cpu_seconds * 1e6 / static_cast<double>(run.figures.loads); });
}

}  // namespace

std::vector<Result> cycle_bench(const CycleCase& cycle, int repetitions) {
  ScenarioFolder folder;
  write_cycle(cycle, folder);
  std::vector<Measured> ours, actors;
  for (int i = 0; i < repetitions; ++i) {
    ours.push_back(in_child([&] { return run_engine(folder.path()); }));
    actors.push_back(in_child([&] { return run_actors(cycle, folder.path()); }));
    expect_same_work(cycle, ours.back().figures, actors.back().figures);
  }
  const Figures& one = ours.front().figures;
  fmt::print("cycle of {} trucks: {} loads and {} kg in the engine, {} loads and {} kg with actors; waits {:.0f} h and {:.0f} h\n",
             cycle.trucks, one.loads, one.kg, actors.front().figures.loads, actors.front().figures.kg, one.wait_hours,
             actors.front().figures.wait_hours);
  const std::string size = fmt::format("{} trucks", cycle.trucks);
  const double ours_us = microseconds_a_load(ours), actors_us = microseconds_a_load(actors);
  Result speed{"mine-to-plant cycle", size, "engine", "an actor a truck", actors_us / ours_us, ours_us, "us/load", {}};
  if (cycle.trucks == kPromisedTrucks) speed.target = kPromisedRatio;
  const auto peak = [](const Measured& run) { return run.peak_mib; };
  return {speed,
          {"mine-to-plant cycle", size, "an actor a truck", "", {}, actors_us, "us/load", {}},
          {"mine-to-plant cycle",
           size,
           "engine",
           "an actor a truck",
           median(actors, peak) / median(ours, peak),
           median(ours, peak),
           "MiB",
           {}}};
}

}  // namespace railshift::bench
