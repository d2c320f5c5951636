#pragma once
/// A report as text that a test can search: a line a paragraph, item or row of a table, "cell | cell", lines of a cell parted by " / ",
/// outcomes behind their sign.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::document {

[[nodiscard]] std::string text_of(const Document& document);

}  // namespace railshift::analysis::document
