#pragma once
/// Lines of the model as one plain text, for cells that have no looks.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::office {

/// What stands behind a figure: the mark of an estimate of the quick twin, else nothing.
[[nodiscard]] std::string estimate_behind(const document::Figure& figure, Language language);

/// Runs one after another, lines divided by line feeds, outcomes behind their signs, estimates marked.
[[nodiscard]] std::string line_text(const document::Lines& lines, const document::Document& document);

}  // namespace railshift::analysis::writers::office
