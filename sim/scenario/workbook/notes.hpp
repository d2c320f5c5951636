#pragma once
/// The first sheet of a workbook: how to fill it.
#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/workbook/xlsx_writer.hpp"

namespace railshift::scenario {

/// One table of the workbook, as the notes list it.
struct NotedTable {
  const TableSpec* spec = nullptr;
  std::string key;
};

void write_notes(XlsxWriter& writer, const std::string& title, const std::vector<NotedTable>& tables);

}  // namespace railshift::scenario
