#pragma once
/// How a sheet names its table and its columns: four rows stand above the data, the last of them with the names that the files use.
#include <string>
#include <vector>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

inline constexpr int kTitleRow = 1;
inline constexpr int kUnitRow = 2;
inline constexpr int kAcceptedRow = 3;
inline constexpr int kNameRow = 4;
inline constexpr const char* kNotesSheet = "读我";
inline constexpr const char* kWordsSheet = "词表";

/// 货流; unique among the tables.
[[nodiscard]] inline const std::string& sheet_name(const TableSpec& spec) { return spec.zh; }
/// Chinese titles in schema order; columns that share a title have their name behind it.
[[nodiscard]] std::vector<std::string> column_titles(const TableSpec& spec);
/// 吨/年
[[nodiscard]] std::string unit_zh(const FieldInfo& field);
/// 必填；0 以上的数
[[nodiscard]] std::string accepted_zh(const FieldInfo& field);
/// The sheet that holds the ids a field refers to, if it is one table; else empty.
[[nodiscard]] std::string referred_sheet(const FieldInfo& field);

}  // namespace railshift::scenario
