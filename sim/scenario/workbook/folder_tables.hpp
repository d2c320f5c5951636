#pragma once
/// The tables of a scenario folder as they stand in its files: rows in the order of the file, columns in the order of its header.
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/measures/settings.hpp"

namespace railshift::scenario {

struct FolderTable {
  TableSpec spec;
  std::string key;   ///< path relative to the folder, such as tables/flows.csv
  std::string text;  ///< UTF-8 without byte order mark
  std::vector<CsvRow> rows;
  bool readable = false;  ///< the file is there, and its header has the columns of the schema
};

/// Parameters folder and encoding as scenario.toml names them; mistakes elsewhere in it are left to `load`.
[[nodiscard]] SettingsRow folder_settings(const Files& files, Problems& problems);
/// utf-8 for parameters, which are shared by folders with encodings of their own.
[[nodiscard]] std::string encoding_of(const TableSpec& spec, const SettingsRow& settings);
/// A table that the folder does without, as the schema allows.
[[nodiscard]] bool is_left_out(const Files& files, const TableSpec& spec, const SettingsRow& settings);

[[nodiscard]] FolderTable read_folder_table(const Files& files, const TableSpec& spec, const SettingsRow& settings, Problems& problems);

/// Position of each column of the header in the schema. Precondition: the header was matched with the schema.
[[nodiscard]] std::vector<std::size_t> schema_positions(const TableSpec& spec, const CsvRow& header);

}  // namespace railshift::scenario
