#pragma once
/// Codes and spellings of the vehicle administration for what a truck is: GA/T 16.4 (before GA 24.4) vehicle types, GA 24.9 fuels,
/// emission stages.
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/language.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift::scenario {

/// 国五, 国V, 国Ⅴ, 5, V阶段, 国6B, 国VI-b, 国六(b), China 6, CN5, GB17691-2005国Ⅳ, GB17691-2018 (that edition is stage VI alone), D
/// (electric in the gate ledger). Nothing for what does not say one stage.
[[nodiscard]] std::optional<Standard> stage_of(std::string_view text);

/// What a vehicle type means to a model of trucks.
struct VehicleWord {
  std::optional<VehicleType> truck;  ///< absent: no truck of a size class
  Words other;                       ///< what it is instead: a bus, a trailer ...; empty for trucks
};
/// H11, 重型普通货车, H11 重型普通货车, Q11, 重型半挂牵引车 ...: trucks and tractors by size; buses, motorcycles, trailers and the like by
/// what they are. Nothing for what the code table does not name.
[[nodiscard]] std::optional<VehicleWord> vehicle_of(std::string_view text);

/// A letter of the fuel table: the powertrain, or the name of a fuel that the model has not.
struct FuelWord {
  std::optional<Powertrain> powertrain;
  std::string name;
};
[[nodiscard]] std::optional<FuelWord> fuel_of(std::string_view text);

}  // namespace railshift::scenario
