#pragma once
/// Rows and cells of a sheet's XML that hold nothing.
#include <string>

namespace railshift::scenario {

/// A sheet of Excel text without rows and cells that hold nothing: a million of them stand below some tables.
[[nodiscard]] std::string without_empty_cells(std::string xml);

}  // namespace railshift::scenario
