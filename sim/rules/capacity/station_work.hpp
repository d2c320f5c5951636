#pragma once
/// 装卸与车辆周转 - what tracks, wagons and joined trains make of the loads of one train.
#include <cstdint>
#include <optional>

#include "sim/model/network.hpp"

namespace railshift::rules {

/// Hours that unloading one train takes.
[[nodiscard]] Hours unloading_hours(const Siding& siding);

/// Trains that the wagons of a siding make up: wagons / ceil(train load / wagon load), whole ones. Nothing if wagons are not limited.
[[nodiscard]] std::optional<int> wagon_trains(const Siding& siding);
/// Trains that they load in so many days: each comes back after `turn_days`. 100 wagons of one a train and 3 days: 33.3 a day.
[[nodiscard]] std::optional<double> loads_by_wagons(const Siding& siding, double days);

/// Trains of a load that one path of a section takes: floor(path load / train load), at least 1.
[[nodiscard]] std::int64_t trains_a_path(const RailSection& section, std::int64_t train_load);

}  // namespace railshift::rules
