#pragma once
/// The tables of a report as CSV files: UTF-8 with a BOM, RFC 4180 with LF line ends, as all files of a result.
#include <string>
#include <utility>
#include <vector>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers {

/// Name and text of each file: <id>.csv of every table in its order, with the texts that the report prints (several lines of a cell divided
/// by line feeds, estimates marked), then figures.csv with all figures as kFigureColumns. A text that a spreadsheet would run as a formula
/// stands behind an apostrophe (railshift::csv_result_cell).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> document_csv(const document::Document& document);

}  // namespace railshift::analysis::writers
