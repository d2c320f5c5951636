#pragma once
/// A theory case: a scenario folder with expected.csv beside its tables (seeds, of, figure, expected, tolerance_percent, source). `of` is a
/// station, whose figure is a column of stations.csv for the whole run, a pool, whose local trucks have it in pools.csv (or, what only the
/// row of all trucks has, all of them), or a chain, whose figure is a column of the rail table.
#include <map>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::theory {

struct Expectation {
  int seeds = 1;
  std::string of;
  std::string figure;
  double expected = 0.0;
  double tolerance = 0.0;  ///< as a share of `expected`
  std::string source;
};

/// What replications gave for one expectation.
struct Estimate {
  Expectation expectation;
  double mean = 0.0;
  double standard_error = 0.0;  ///< 0 for one seed
};

/// The world of tests/theory/<name>, changed as --set does.
[[nodiscard]] World world_of(const std::string& name, const std::map<std::string, std::string>& set = {});

/// Runs tests/theory/<name> once a seed, from seed 1 on, each in a process of its own.
[[nodiscard]] std::vector<Estimate> estimates(const std::string& name);

/// Passes if the error of the mean and 3.29 standard errors are both inside the tolerance; a case without chance must be met exactly, but
/// for the rounding of a figure that is no count.
void check_case(const std::string& name);

}  // namespace railshift::theory
