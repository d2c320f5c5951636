#pragma once
/// What `check` prints about uncertain numbers.
#include <string>

#include "sim/core/language.hpp"
#include "sim/scenario/uncertainty/uncertainty.hpp"

namespace railshift::scenario {

/// A heading and a line a group: id, name, how many numbers it moves, law and stage; then the defaults in one paragraph and how many ranged
/// numbers stand. Empty if no number has a range.
[[nodiscard]] std::string uncertainty_report(const Uncertainty& uncertainty, Language language);

}  // namespace railshift::scenario
