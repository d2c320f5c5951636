#pragma once
/// The files of a scenario, and their bytes as text.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/csv.hpp"
#include "sim/core/problem.hpp"

namespace railshift::scenario {

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
  std::map<std::string, TableRows> rows{};    ///< tables that stand in for the content of the same key
  std::map<std::string, Words> unreadable{};  ///< what stands where a file should and is none, with what it is
  std::optional<Problem> no_scenario{};       ///< why the folder is no scenario at all: then nothing else is said of it
};
/// Reads every file of the folder that the loader knows, its parameters folder and the variant. Missing ones, and what cannot be read as a
/// file, are Problems of `load`; a file whose name is nearly that of a table that is not there is one of its own. An import that was
/// cut off in one of the folders is finished first (core/files/joint_replacement.hpp).
[[nodiscard]] Files read_files(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& variant,
                               Problems& problems);

/// Every file that `read_files` would look for, whether it is there or not.
[[nodiscard]] std::vector<std::filesystem::path> input_paths(const std::filesystem::path& folder,
                                                             const std::optional<std::filesystem::path>& variant);

/// How messages name a file of the scenario.
[[nodiscard]] std::string display_name(const Files& files, const std::string& key);
/// The text of a file in UTF-8 without a byte order mark; nothing if it is missing or its bytes are wrong, which is reported.
[[nodiscard]] std::optional<std::string> text_of(const Files& files, const std::string& key, const std::string& encoding,
                                                 Problems& problems);

}  // namespace railshift::scenario
