#include "sim/rules/capacity/station_work.hpp"

#include <algorithm>

namespace railshift::rules {

Hours unloading_hours(const Siding& siding) { return siding.unload_hours.value > 0.0 ? siding.unload_hours : siding.train_hours; }

std::optional<int> wagon_trains(const Siding& siding) {
  if (siding.wagons == 0 || siding.wagon_load.value <= 0 || siding.turn_days <= 0.0) return std::nullopt;
  const std::int64_t a_train = std::max<std::int64_t>(1, (siding.train_load.value + siding.wagon_load.value - 1) / siding.wagon_load.value);
  return static_cast<int>(siding.wagons / a_train);
}

std::optional<double> loads_by_wagons(const Siding& siding, double days) {
  const auto trains = wagon_trains(siding);
  return trains ? std::optional(*trains * days / siding.turn_days) : std::nullopt;
}

std::int64_t trains_a_path(const RailSection& section, std::int64_t train_load) {
  return train_load > 0 ? std::max<std::int64_t>(1, section.path_load.value / train_load) : 1;
}

}  // namespace railshift::rules
