#pragma once
/// 调度观测表 - a folder of months that were counted, in the form of the scenario's own tables: rail.csv, gate.csv, cancellations.csv,
/// register.csv (docs/tracking.md). Any of them may be missing, not all.
#include <filesystem>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/model/observed_series.hpp"
#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// The four tables, as docs/tracking.md describes them.
[[nodiscard]] std::vector<TableSpec> observed_table_specs();

/// The series of the folder, in order of file and id. Reports, each with file, line and column: files and columns that are missing or
/// unknown, a table without rows, ids that the scenario does not have (with the nearest), numbers below 0, rows that stand twice, months
/// that are none or lie outside of the scenario's start and end, and months missing inside a series. Months after the last known one are
/// read and checked like the others; who tracks leaves them aside.
[[nodiscard]] std::vector<ObservedSeries> read_observed(const std::filesystem::path& folder, const World& world, Problems& problems);

}  // namespace railshift::scenario
