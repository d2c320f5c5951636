#pragma once
/// The tables of a report as a workbook (附表): contents with the facts of the cover, a sheet a table, charts, all figures. Every sheet
/// prints one page wide (on A4, the widest on A3), with its heads on every page.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers {

/// The bytes of the .xlsx file; equal documents are equal bytes. Numbers are numbers whose format shows the text of the figure; texts are
/// never formulas. Throws Failed where libxlsxwriter does.
[[nodiscard]] std::string tables_xlsx(const document::Document& document);

}  // namespace railshift::analysis::writers
