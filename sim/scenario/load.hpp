#pragma once
/// From a scenario folder to a World: every error at once, with its place. Nothing is half read.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/core/input_file.hpp"
#include "sim/core/problem.hpp"
#include "sim/model/world.hpp"
#include "sim/scenario/ranged_input.hpp"

namespace railshift::scenario {

/// What the user asked for besides the folder.
struct LoadRequest {
  Layer layer = Layer::plan;               ///< baseline drops plan and what_if measures; plan drops what_if measures that no variant adds
  std::optional<std::string> variant;      ///< path of a variant file
  std::map<std::string, std::string> set;  ///< `table.key.column` or `measure.id.field` or `scenario.key` -> value
  std::vector<std::string> removed_measures;  ///< ids left out on purpose
};

/// A table whose rows come from elsewhere than a CSV file, such as a sheet. Lines and columns of the cells are those of the source.
struct TableRows {
  std::string name;  ///< how messages name the source
  std::vector<CsvRow> rows;
};

/// The files of a scenario, from disk or from a run file. Keys: paths relative to the scenario folder ("scenario.toml", "tables/flows.csv",
/// "../parameters/values.csv").
struct Files {
  std::string display_root;  ///< how messages name the folder ("scenarios/taiyuan")
  std::map<std::string, std::string> content;
  std::map<std::string, TableRows> rows{};  ///< tables that stand in for the content of the same key
};
/// Reads every file of the folder that the loader knows, its parameters folder and the variant. Missing ones are Problems of `load`.
[[nodiscard]] Files read_files(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& variant,
                               Problems& problems);

struct Loaded {
  std::optional<World> world;  ///< only if there is no problem
  Problems problems;
  std::vector<InputFile> inputs;    ///< what was read, with SHA-256
  std::vector<RangedInput> ranged;  ///< numbers with a range, if there is a world
};
[[nodiscard]] Loaded load(const Files& files, const LoadRequest& request);
[[nodiscard]] Loaded load(const std::filesystem::path& folder, const LoadRequest& request);

}  // namespace railshift::scenario
