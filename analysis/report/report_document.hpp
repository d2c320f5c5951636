#pragma once
/// The whole report as a document: cover, sections in their order, and in which of the templates each stands.
#include "analysis/document/document_json.hpp"
#include "analysis/report/report_input.hpp"

namespace railshift::analysis::report {

/// Sections for which the input has nothing are left out: a run alone has no comparison, no contributions, no levers.
[[nodiscard]] document::Document document_of(const ReportInput& input, Language language);
/// The same in both languages.
[[nodiscard]] document::Documents documents_of(const ReportInput& input);

}  // namespace railshift::analysis::report
