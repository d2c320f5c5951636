#pragma once
/// Columns and cells that several tables of a study have.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/statistics/estimate.hpp"
#include "study/tables/data_table.hpp"

namespace railshift::study {

inline const DataColumn kCaseColumn{"case", DataKind::text, EmptyCell::never, {"方案代码", "id of the case"}};
inline const DataColumn kTargetColumn{"target", DataKind::text, EmptyCell::never, {"目标代码", "id of the target"}};
inline const DataColumn kUnitColumn{"unit", DataKind::text, EmptyCell::never, {"单位，1 为比例", "1 for a share"}};

/// A number, or none.
[[nodiscard]] inline DataColumn figure_column(const char* name, Words meaning) {
  return {name, DataKind::number, EmptyCell::nothing, std::move(meaning)};
}
/// A whole number that is always there.
[[nodiscard]] inline DataColumn count_column(const char* name, Words meaning) {
  return {name, DataKind::integer, EmptyCell::never, std::move(meaning)};
}
/// yes or no
[[nodiscard]] inline DataColumn yes_column(const char* name, Words meaning) {
  return {name, DataKind::text, EmptyCell::never, std::move(meaning)};
}

/// Value and error.
inline void add_estimate(const std::optional<analysis::statistics::Estimate>& estimate, std::vector<std::string>& row) {
  row.push_back(estimate ? analysis::number_text(estimate->value) : "");
  row.push_back(estimate ? analysis::number_or_nothing(estimate->error) : "");
}

}  // namespace railshift::study
