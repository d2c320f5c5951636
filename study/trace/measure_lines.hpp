#pragma once
/// Numbers of measures and targets, with the lines of scenario.toml or of the variant on which they stand.
#include <optional>
#include <vector>

#include "study/trace/input_rows.hpp"

namespace railshift::study::trace {

/// Every number that a measure of the world states, with its clause and, if the measure says so (measure.numbers), standing and reason. Of
/// a list of steps each level, as `steps@2024-12-31`.
[[nodiscard]] std::vector<CitedInput> measure_numbers(const World& world, const std::vector<InputFile>& inputs);
/// The threshold of a target; nothing if no file writes it as a block of its own.
[[nodiscard]] std::optional<CitedInput> target_threshold(const Target& target, const std::vector<InputFile>& inputs);

}  // namespace railshift::study::trace
