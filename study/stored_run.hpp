#pragma once
/// A run that lies in its folder, read again.
#include <filesystem>
#include <optional>
#include <string>

#include "sim/ledger/run_file.hpp"
#include "sim/model/world.hpp"

namespace railshift::study {

/// run.gpkg of a complete run folder. Throws Refused if the folder is no complete run, std::runtime_error if the file is none.
[[nodiscard]] ledger::RunFile open_run(const std::filesystem::path& folder);
/// The world of a run, from the inputs that its run file holds.
[[nodiscard]] World world_of(const ledger::RunFile& run);

/// "baseline" and "plan", as results call them; nothing for another word.
[[nodiscard]] std::optional<Layer> layer_named(const std::string& word);
[[nodiscard]] std::string name_of(Layer layer);

}  // namespace railshift::study
