#pragma once
/// A report as text that a test can search (tests/analysis/document/document_text.hpp).
#include <string>

#include "analysis/report/report_input.hpp"

namespace small_city {

/// Of the whole report of an input.
[[nodiscard]] std::string report_text(const railshift::analysis::report::ReportInput& input, railshift::Language language);
/// The part of it that is one section.
[[nodiscard]] std::string section_text(const railshift::analysis::report::ReportInput& input, railshift::Language language,
                                       const std::string& section);

}  // namespace small_city
