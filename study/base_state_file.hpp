#pragma once
/// The state of a base year as a file: a process that settles one leaves it there for the runs that are measured against it.
#include <filesystem>

#include "sim/rules/rail/calibration.hpp"

namespace railshift::study {

void write_state(const std::filesystem::path& path, const rules::BaseState& state);
/// Throws std::runtime_error if it cannot be read.
[[nodiscard]] rules::BaseState read_state(const std::filesystem::path& path);

/// The constants of a world's base-year inputs in that state.
[[nodiscard]] rules::BaseYear fitted(const World& world, const rules::BaseState& state);

}  // namespace railshift::study
