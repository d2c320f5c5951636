#pragma once
/// The tables of a scenario as they were written, and which of them are not all there.
#include <set>
#include <string>

#include "sim/scenario/load/files.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/tables/readings.hpp"

namespace railshift::scenario {

/// Every table of the schema. What cannot be read is reported, but not what follows from a folder or an encoding that `root`
/// (scenario.toml) would say if it could be read.
[[nodiscard]] RawTables read_tables(const Files& files, const TomlNode& root, const SettingsRow& settings, Problems& problems);

/// Tables of which something is not there: the file, columns, rows or ids. What others say of them cannot be judged.
[[nodiscard]] std::set<std::string> incomplete_tables(const RawTables& tables, const Problems& problems);

}  // namespace railshift::scenario
