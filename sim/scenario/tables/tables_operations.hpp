#pragma once
/// Field tables of what happens at sites: stations, measured service times, closures, stockyards, hours of a day.
#include <string>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

struct ServiceTimeRow {
  std::string station;
  double minutes = 0.0;
  double weight = 0.0;
  Provenance provenance;
};

[[nodiscard]] TableOf<Station> stations_table();
[[nodiscard]] TableOf<ServiceTimeRow> service_times_table();
[[nodiscard]] TableOf<Closure> closures_table();
[[nodiscard]] TableOf<Stockyard> stockyards_table();
[[nodiscard]] TableOf<HourProfile> hour_profiles_table();

}  // namespace railshift::scenario
