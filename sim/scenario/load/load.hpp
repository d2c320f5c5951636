#pragma once
/// From a scenario folder to a World: every error at once, with its place. Nothing is half read.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/input_file.hpp"
#include "sim/core/problem.hpp"
#include "sim/model/unusual.hpp"
#include "sim/model/world.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/uncertainty/uncertainty.hpp"

namespace railshift::scenario {

/// Which changes of a variant and of `set` count.
enum class Changes : std::uint8_t {
  all,
  of_base_year  ///< those of what constants of the choice are fitted to (is_base_year_input)
};

/// What the user asked for besides the folder.
struct LoadRequest {
  Layer layer = Layer::plan;               ///< baseline drops plan and what_if measures; plan drops what_if measures that no variant adds
  std::optional<std::string> variant;      ///< path of a variant file
  std::map<std::string, std::string> set;  ///< `table.key.column` or `measure.id.field` or `scenario.key` -> value
  Changes changes = Changes::all;
  std::vector<std::string> removed_measures;  ///< ids left out on purpose
};

struct Loaded {
  std::optional<World> world;  ///< only if there is no problem
  Problems problems;
  std::vector<InputFile> inputs;               ///< what was read, with SHA-256
  std::map<std::string, std::string> changes;  ///< path -> value of the changes that counted
  std::vector<Unusual> unusual;                ///< numbers that are possible, and outside of their usual range
  std::vector<RangedInput> ranged;             ///< numbers with a range, if there is a world
  Uncertainty uncertainty;                     ///< the same in groups that move together, if there is a world
};
[[nodiscard]] Loaded load(const Files& files, const LoadRequest& request);
[[nodiscard]] Loaded load(const std::filesystem::path& folder, const LoadRequest& request);

}  // namespace railshift::scenario
