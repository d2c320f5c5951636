#pragma once
/// 调度观测表 - a folder of months that were counted, in the form of the scenario's own tables: rail.csv, gate.csv, cancellations.csv,
/// register.csv (docs/tracking.md). Any of them may be missing, not all.
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/model/observed_series.hpp"
#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// The four tables, as docs/tracking.md describes them.
[[nodiscard]] std::vector<TableSpec> observed_table_specs();

/// The month of a text: 2024-03, 2024-3, 2024/3, 2024年3月; nothing if it is none.
[[nodiscard]] std::optional<Month> month_from_text(std::string_view text);

/// The series of the folder, in order of file and id. Files are UTF-8 or GB18030 (GBK). Reports, each with file, line and column: files and
/// columns that are missing or unknown, a table without rows, ids that the scenario does not have (with the nearest), numbers below 0,
/// parts of a truck, rows that stand twice, months that are none or lie outside of the scenario's start and end, and months missing inside
/// a series. Months after the last known one are read and checked like the others; who tracks leaves them aside.
[[nodiscard]] std::vector<ObservedSeries> read_observed(const std::filesystem::path& folder, const World& world, Problems& problems);

}  // namespace railshift::scenario
