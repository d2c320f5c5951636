#pragma once
/// Loading for commands: all problems printed, nothing else done.
#include <filesystem>
#include <optional>
#include <string>

#include "sim/scenario/load/load.hpp"

namespace railshift::app {

/// The scenario, or nothing after its problems were printed to stderr (the command then ends with ExitCode::bad_input).
[[nodiscard]] std::optional<scenario::Loaded> load_or_explain(const std::filesystem::path& folder, const scenario::LoadRequest& request);
/// The files of a scenario that loads as it stands, or nothing after its problems were printed.
[[nodiscard]] std::optional<scenario::Files> files_or_explain(const std::filesystem::path& folder);
/// One line a problem to stderr, causes first, at most 200; then how many are not listed, and their number.
void print_problems(const Problems& problems);
/// The layer that --layer names; UsageError for another word.
[[nodiscard]] Layer layer_of(const std::string& word);

}  // namespace railshift::app
