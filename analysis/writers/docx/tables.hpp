#pragma once
/// Tables and boxes as tables of WordprocessingML.
#include <string>

#include "analysis/document/document.hpp"
#include "analysis/writers/docx/runs.hpp"

namespace railshift::analysis::writers::office {

/// Whether a table stands on a page across: only one whose words and figures do not fit upright in the smallest type, since every change
/// of the paper leaves the rest of a page empty.
[[nodiscard]] bool stands_across(const document::Table& table, const Manner& manner);

/// Caption, table with repeated heads, note. `total` in twips.
[[nodiscard]] std::string table_xml(const document::Table& table, const DocxParts& parts, int total);
/// A table of cells side by side, at most five a row: title, count, names.
[[nodiscard]] std::string boxes_xml(const document::Boxes& boxes, const DocxParts& parts, int total);
/// Contents side by side, in columns of one width and without rules, on one page: else the second column would be read after the first of
/// the next page. `total` in twips.
[[nodiscard]] std::string columns_xml(const std::vector<std::string>& contents, const DocxParts& parts, int total);
/// Lines of the cover: name and text, without rules.
[[nodiscard]] std::string facts_xml(const DocxParts& parts, int total);

}  // namespace railshift::analysis::writers::office
