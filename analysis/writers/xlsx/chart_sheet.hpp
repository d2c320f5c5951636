#pragma once
/// Charts of a document on a sheet of their own, each beside the numbers that it draws.
#include <vector>

#include "analysis/document/document.hpp"
#include "analysis/writers/xlsx/sheet_page.hpp"

namespace railshift::analysis::writers::office {

struct ChartSheet {
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::string name;  ///< of the sheet
};

/// All charts of the document, in their order.
[[nodiscard]] std::vector<const document::Chart*> charts_of(const document::Document& document);
void write_charts(const ChartSheet& target, const std::string& title, const document::Document& document, SheetFormats& formats);

}  // namespace railshift::analysis::writers::office
