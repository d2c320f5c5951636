#pragma once
/// Sections [[measure.public_cost]] of scenario.toml.
#include <vector>

#include "sim/model/measure.hpp"
#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

inline constexpr const char* kPublicCost = "public_cost";

[[nodiscard]] Fields<PublicCost> public_cost_fields();
/// Of a measure, in their order; what cannot be read, lacks its range, source or reason, or lies outside its own range is reported.
[[nodiscard]] std::vector<PublicCost> read_public_costs(const TomlNode& measure, Decoder& decoder);

}  // namespace railshift::scenario
