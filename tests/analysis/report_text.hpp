#pragma once
/// A report as text that a test can search: a line a paragraph, item or row of a table, "cell | cell", lines of a cell parted by " / ",
/// outcomes behind their sign.
#include <string>

#include "analysis/document/document.hpp"
#include "analysis/report/report_input.hpp"

namespace small_city {

[[nodiscard]] std::string text_of(const railshift::analysis::document::Document& document);
/// Of the whole report of an input.
[[nodiscard]] std::string report_text(const railshift::analysis::report::ReportInput& input, railshift::Language language);
/// The part of it that is one section.
[[nodiscard]] std::string section_text(const railshift::analysis::report::ReportInput& input, railshift::Language language,
                                       const std::string& section);

}  // namespace small_city
