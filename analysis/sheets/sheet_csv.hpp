#pragma once
/// firm_sheets.csv: a row for each figure of a firm's sheet.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/sheets/firm_sheets.hpp"

namespace railshift::analysis {

struct SheetColumn {
  std::string_view name;
  Words heading;
  Words meaning;
};
[[nodiscard]] const std::vector<SheetColumn>& sheet_columns();
[[nodiscard]] std::string to_csv(const World& world, const std::vector<FirmSheet>& sheets);

}  // namespace railshift::analysis
