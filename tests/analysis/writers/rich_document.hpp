#pragma once
/// A report as large as a city's: long tables, months, a network; every figure has its provenance. Made of formulas, the same on every
/// machine.
#include "analysis/document/document.hpp"

namespace railshift::analysis::document {

[[nodiscard]] Document rich_document(Language language);

}  // namespace railshift::analysis::document
