#pragma once
/// A railway alone: trains that load, run over sections with paths and are gone.
#include <vector>

#include "bench/results.hpp"

namespace railshift::bench {

struct RailCase {
  int lines = 20;
  int sections_a_line = 10;
  int trains_per_day = 1000;  ///< of all lines, each over all sections of its own
  int months = 12;
};

/// Seconds of processor time of a year against the limit that is asked.
[[nodiscard]] std::vector<Result> rail_bench(const RailCase& rail, int repetitions);

}  // namespace railshift::bench
