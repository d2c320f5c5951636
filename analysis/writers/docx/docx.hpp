#pragma once
/// A report as a Word document (ISO/IEC 29500, transitional). Chinese ones follow GB/T 9704: A4, type area 156 x 225 mm, title in 小标宋,
/// body in 仿宋, headings in 黑体 and 楷体, page numbers "— 1 —" on the outer side; fonts are named, none is embedded. Headings stand in
/// the navigation, tables repeat their heads, charts are charts of Office with their numbers in an embedded workbook, maps are drawings.
///
/// A document all of whose sections stand in the brief is set narrow (margins of 15 mm, 10.5 pt, tables 9 pt) so that it takes one page.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers {

/// The bytes of the file; equal documents are equal bytes. Throws Failed where zip or workbook libraries do.
[[nodiscard]] std::string docx(const document::Document& document);

}  // namespace railshift::analysis::writers
