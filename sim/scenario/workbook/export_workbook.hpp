#pragma once
/// A scenario folder as a workbook: one sheet a table, with what a planner needs to fill it.
#include <filesystem>

#include "sim/core/problem.hpp"
#include "sim/scenario/load/load.hpp"

namespace railshift::scenario {

struct ExportedWorkbook {
  int sheets = 0;
  int rows = 0;
};

/// Writes the workbook to `out`, unless a table cannot be read, which is reported. Values may be wrong: they are written as they are.
/// Throws std::runtime_error if the file cannot be written.
[[nodiscard]] ExportedWorkbook export_workbook(const Files& files, const std::filesystem::path& out, Problems& problems);

}  // namespace railshift::scenario
