#pragma once
/// The register on the first day.
#include <cstdint>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// The register on the first day, slots in text-id order of register rows; faults and registration days (uniform in the registered year,
/// before the start) drawn from the birth block (Purpose::fault, row hash, ordinal, generation).
[[nodiscard]] Register initial_register(const World& world, std::uint32_t seed);

}  // namespace railshift::rules
