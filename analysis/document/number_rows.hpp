#pragma once
/// How JSON is laid out that people compare line by line.
#include <string>

namespace railshift::analysis::document {

/// Indented JSON with each array of numbers on one line: rows of maps are long. Strings stay as they are.
[[nodiscard]] std::string numbers_on_one_line(const std::string& json);

}  // namespace railshift::analysis::document
