#pragma once
/// A workbook back into the tables of a scenario folder. Nothing is written here: the caller gets the bytes of what changed.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"

namespace railshift::scenario {

struct ImportedTable {
  std::string sheet;
  std::string key;      ///< path relative to the folder
  bool shared = false;  ///< of the parameters folder, which other scenarios may use too
  bool same = false;    ///< the file needs not be written
  int added = 0;        ///< rows
  int changed = 0;
  int removed = 0;
  std::string bytes;
};

struct ImportedWorkbook {
  std::vector<ImportedTable> tables;        ///< those that have a sheet
  std::vector<std::string> without_sheet;   ///< keys of tables that stay as they are
  std::vector<std::string> unknown_sheets;  ///< not read
  int formulas = 0;                         ///< cells read as the stored value of their formula
  std::set<std::string> sheets;             ///< names that stand for files in the places of problems
  Problems problems;                        ///< if there are any, the tables mean nothing
};

/// Reads the sheets, puts them in the place of the tables of `files` and checks the scenario as a whole as `load` does.
[[nodiscard]] ImportedWorkbook import_workbook(const Files& files, const std::filesystem::path& workbook, PartLimits limits = {});

/// One line a problem, in the order of files, sheets and cells; places in sheets are written 货流!F12.
[[nodiscard]] std::vector<std::string> messages(const ImportedWorkbook& imported, Language language = Language::en);

}  // namespace railshift::scenario
