#pragma once
/// Loading for commands: all problems printed, nothing else done.
#include <filesystem>
#include <optional>
#include <string>

#include "sim/ledger/run_file.hpp"
#include "sim/scenario/load.hpp"

namespace railshift::app {

/// The scenario, or nothing after its problems were printed to stderr (the command then ends with ExitCode::bad_input).
[[nodiscard]] std::optional<scenario::Loaded> load_or_explain(const std::filesystem::path& folder, const scenario::LoadRequest& request);
/// One line a problem to stderr, then their number.
void print_problems(const Problems& problems);
/// run.gpkg of a complete run folder; UsageError if the folder is no complete run.
[[nodiscard]] ledger::RunFile open_run(const std::filesystem::path& folder);
/// From the inputs that a run file holds.
[[nodiscard]] World world_of(const ledger::RunFile& run);
[[nodiscard]] Layer layer_of(const std::string& word);

}  // namespace railshift::app
