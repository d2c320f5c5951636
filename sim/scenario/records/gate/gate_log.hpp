#pragma once
/// 门禁 log: rows as passages.
#include <string_view>

#include "sim/scenario/records/gate/passage.hpp"
#include "sim/scenario/records/record_rows.hpp"

namespace railshift::scenario {

/// Reads a gate log. Rows that cannot be taken become misfits with the reason.
[[nodiscard]] ReadRecord read_gate_log(const World& world, std::string_view text, const std::string& file, const ColumnMap& map,
                                       Problems& problems, const UsePassage& use);

/// Rows that read_gate_log reads back with the usual columns.
[[nodiscard]] std::string gate_log_header();
[[nodiscard]] std::string gate_log_row(const World& world, const Passage& passage);

}  // namespace railshift::scenario
