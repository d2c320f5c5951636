#pragma once
/// Field tables of trucks, of clauses and of what was observed.
#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

struct ThroughRow : Through {
  Date valid_from;
  double loaded_trips_per_year = 0.0;
};

[[nodiscard]] TableOf<RegisterRow> register_table();
[[nodiscard]] TableOf<Pool> pools_table();
[[nodiscard]] TableOf<ThroughRow> through_table();
[[nodiscard]] TableOf<Clause> clauses_table();
[[nodiscard]] TableOf<Observed> observed_table();

}  // namespace railshift::scenario
