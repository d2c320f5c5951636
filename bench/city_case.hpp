#pragma once
/// A synthetic city: a grid of roads, sites that send to sites, pools of registered trucks. Every table is an ordinary one.
#include <cstdint>
#include <string>
#include <vector>

#include "bench/results.hpp"
#include "bench/scenario_folder.hpp"

namespace railshift::bench {

/// What a truck passes at a site: the default service without a queue, or gate, weighbridge and bay one after the other.
enum class Sites { simple, series };

struct CityCase {
  double loads_per_year = 5.0e6;
  int flows = 300;
  int sites = 40;  ///< half of them send, half receive; at most 64
  std::int64_t trucks = 20'000;
  Sites kind = Sites::simple;
  int years = 1;
};

/// Writes the tables and scenario.toml.
void write_city(const CityCase& city, ScenarioFolder& folder);

struct CityPlan {
  int repetitions = 3;
  bool seven_years = true;
  bool growth = true;
  std::string program;  ///< the railshift program, for the run of seven years
};
[[nodiscard]] std::vector<Result> city_bench(const CityPlan& plan);

}  // namespace railshift::bench
