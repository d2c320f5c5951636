#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>

#include "bench/city_case.hpp"
#include "bench/engine_run.hpp"
#include "bench/measured.hpp"

namespace railshift::bench {
namespace {

// What the product promises for 5.0 M loads a year.
constexpr double kSimpleMicroseconds = 1.0;
constexpr double kSeriesMicroseconds = 1.6;
constexpr double kSevenYearsSeconds = 60.0;
constexpr double kSevenYearsMiB = 1024.0;
constexpr int kLongYears = 7;
constexpr double kTwinsInARun = 10.0;
constexpr double kTwinOfACitySeconds = 2.5;

std::string workload(Sites kind) { return kind == Sites::simple ? "city, simple sites" : "city, sites in series"; }

std::vector<Measured> run_city(const CityCase& city, int repetitions) {
  ScenarioFolder folder;
  write_city(city, folder);
  std::vector<Measured> runs;
  for (int i = 0; i < repetitions; ++i) runs.push_back(in_child([&] { return run_engine(folder.path()); }));
  return runs;
}

double a_load(const Measured& run) { return run.figures.cpu_seconds * 1e6 / static_cast<double>(run.figures.loads); }

/// Speed and memory of one year, what its ledger holds, and what a further load costs in allocations.
void add_year(std::vector<Result>& results, Sites kind, int repetitions) {
  CityCase city;
  city.kind = kind;
  const std::vector<Measured> runs = run_city(city, repetitions);
  city.loads_per_year *= 2.0;
  const Figures twice = run_city(city, 1).front().figures;
  const Figures& once = runs.front().figures;
  const std::string size = fmt::format("{:.1f} M loads, 1 year", static_cast<double>(once.loads) / 1e6);
  const auto figure = [&](double value, const char* unit) { return Result{workload(kind), size, "engine", "", {}, value, unit, {}}; };
  results.push_back(limited(figure(median(runs, a_load), "us/load"), kind == Sites::simple ? kSimpleMicroseconds : kSeriesMicroseconds));
  results.push_back(figure(median(runs, [](const Measured& run) { return run.peak_mib; }), "MiB"));
  results.push_back(figure(static_cast<double>(once.events) / static_cast<double>(once.loads), "events/load"));
  results.push_back(figure(static_cast<double>(once.rows) / static_cast<double>(once.months), "ledger rows/month"));
  results.push_back(figure(static_cast<double>(once.ledger_bytes) / static_cast<double>(once.months), "ledger bytes/month"));
  results.push_back(figure(static_cast<double>(twice.allocations - once.allocations) / static_cast<double>(twice.loads - once.loads),
                           "allocations a further load"));
}

/// The quick twin against the full engine on seven years, both without reading and writing: how many twins fit in one full run.
void add_twin(std::vector<Result>& results, Sites kind, int repetitions) {
  CityCase city;
  city.kind = kind;
  city.years = kLongYears;
  ScenarioFolder folder;
  write_city(city, folder);
  const auto seconds = [](const Measured& run) { return run.figures.cpu_seconds; };
  std::vector<Measured> twins;
  for (int i = 0; i < repetitions; ++i) twins.push_back(in_child([&] { return run_months(folder.path()); }));
  const double full = in_child([&] { return run_engine(folder.path()); }).figures.cpu_seconds;
  const double twin = median(twins, seconds);
  const std::string size = fmt::format("5.0 M loads, {} years", kLongYears);
  results.push_back({workload(kind), size, "quick twin", "engine", full / twin, twin, "s", kTwinsInARun});
}

/// Base year and seven years of a shipped city by the quick twin, without reading and writing.
void add_twin_of_taiyuan(std::vector<Result>& results, int repetitions) {
  const std::filesystem::path folder = std::filesystem::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "taiyuan";
  std::vector<Measured> twins;
  for (int i = 0; i < repetitions; ++i) twins.push_back(in_child([&] { return settle_and_run_months(folder); }));
  const double seconds = median(twins, [](const Measured& run) { return run.figures.cpu_seconds; });
  results.push_back(
      limited({"Taiyuan as shipped", "base year and seven years", "quick twin", "", {}, seconds, "s", {}}, kTwinOfACitySeconds));
}

/// Seven years by the program itself, from reading the folder to the last byte of the run.
void add_seven_years(std::vector<Result>& results, Sites kind, const std::string& railshift) {
  CityCase city;
  city.kind = kind;
  city.years = kLongYears;
  ScenarioFolder folder;
  write_city(city, folder);
  const std::filesystem::path out = folder.path() / "run";
  const Measured run = program({railshift, "run", folder.path().string(), "--out", out.string()});
  const auto figure = [&](double value, const char* unit) {
    return Result{workload(kind), fmt::format("5.0 M loads, {} years", kLongYears), "railshift run", "", {}, value, unit, {}};
  };
  results.push_back(limited(figure(run.process_cpu_seconds, "s"), kSevenYearsSeconds));
  results.push_back(limited(figure(run.peak_mib, "MiB"), kSevenYearsMiB));
  const auto bytes = static_cast<double>(std::filesystem::file_size(out / "run.gpkg"));
  results.push_back(figure(bytes / (12.0 * kLongYears), "bytes/month in run.gpkg"));
}

/// A city in which one thing is so many times as large.
struct Grown {
  const char* axis;
  double factor;
  CityCase city;
};

std::vector<Grown> grown_cities() {
  std::vector<Grown> cities{{"", 1.0, {}}};
  for (const double factor : {2.0, 4.0}) {
    CityCase loads, trucks, flows;
    loads.loads_per_year *= factor;
    trucks.trucks = static_cast<std::int64_t>(static_cast<double>(trucks.trucks) * factor);
    flows.flows = static_cast<int>(flows.flows * factor);
    cities.push_back({"loads", factor, loads});
    cities.push_back({"trucks", factor, trucks});
    cities.push_back({"flows", factor, flows});
  }
  return cities;
}

/// Microseconds a load when one thing grows and the others stay; the ratio is to the city of size 1, so that 1 is linear in loads and
/// independent of trucks and flows.
void add_growth(std::vector<Result>& results, int repetitions) {
  const std::vector<Grown> cities = grown_cities();
  std::vector<std::vector<Measured>> runs(cities.size());
  for (int n = 0; n < repetitions; ++n) {
    for (std::size_t i = 0; i < cities.size(); ++i) runs[i].push_back(run_city(cities[i].city, 1).front());
  }
  const double base = median(runs.front(), a_load);
  for (std::size_t i = 1; i < cities.size(); ++i) {
    const double value = median(runs[i], a_load);
    results.push_back({"growth, simple sites",
                       fmt::format("{} x {:.0f}", cities[i].axis, cities[i].factor),
                       "engine",
                       "x 1",
                       value / base,
                       value,
                       "us/load",
                       {}});
  }
}

}  // namespace

std::vector<Result> city_bench(const CityPlan& plan) {
  std::vector<Result> results;
  for (const Sites kind : {Sites::simple, Sites::series}) {
    add_year(results, kind, plan.repetitions);
    if (plan.seven_years) {
      add_seven_years(results, kind, plan.program);
      add_twin(results, kind, plan.repetitions);
    }
  }
  if (plan.seven_years) add_twin_of_taiyuan(results, plan.repetitions);
  if (plan.growth) add_growth(results, plan.repetitions);
  return results;
}

}  // namespace railshift::bench
