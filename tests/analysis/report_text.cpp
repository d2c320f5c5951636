#include "tests/analysis/report_text.hpp"

#include "analysis/report/report_document.hpp"
#include "tests/analysis/document/document_text.hpp"

namespace small_city {

using namespace railshift;

std::string report_text(const analysis::report::ReportInput& input, Language language) {
  return analysis::document::text_of(analysis::report::document_of(input, language));
}

std::string section_text(const analysis::report::ReportInput& input, Language language, const std::string& section) {
  analysis::document::Document document = analysis::report::document_of(input, language);
  std::erase_if(document.sections, [&](const analysis::document::Section& one) { return one.id != section; });
  document.title = document.subtitle = "";
  document.facts.clear();
  return analysis::document::text_of(document);
}

}  // namespace small_city
