#pragma once
/// word/document.xml: cover, contents and sections.
#include <string>

#include "analysis/writers/docx/runs.hpp"

namespace railshift::analysis::writers::office {

/// Fills `parts` with charts and their workbooks on the way.
[[nodiscard]] std::string document_part(DocxParts& parts);

}  // namespace railshift::analysis::writers::office
