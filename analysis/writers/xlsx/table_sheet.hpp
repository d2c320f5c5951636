#pragma once
/// A table of the model on a sheet.
#include "analysis/document/document.hpp"
#include "analysis/writers/xlsx/sheet_page.hpp"

namespace railshift::analysis::writers::office {

/// Caption, heads, rows, note. A cell that is one figure is a number where a format shows its text; all else is text.
void write_table(lxw_worksheet* sheet, const document::Table& table, const document::Document& document, SheetFormats& formats);
/// All figures, a row each.
void write_figures(lxw_worksheet* sheet, const std::string& title, const document::Document& document, SheetFormats& formats);

}  // namespace railshift::analysis::writers::office
