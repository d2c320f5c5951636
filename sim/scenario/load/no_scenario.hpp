#pragma once
/// A folder that is no scenario: one mistake, which says what it is and where a scenario is, instead of one for every file that is not
/// there.
#include <filesystem>
#include <optional>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

/// Nothing if a scenario.toml stands there, in whatever state. Else: there is no such folder, it is a file, or the result of a run, or has
/// no scenario.toml; with the nearest scenario above, in or beside it.
[[nodiscard]] std::optional<Problem> no_scenario(const std::filesystem::path& folder);

}  // namespace railshift::scenario
