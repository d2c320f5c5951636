#pragma once
/// The tables of a look as an .xlsx workbook, one sheet a table.
#include <cstddef>
#include <string>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

/// Writes the file and returns how many cells it should hold; 0 if it cannot be written. Numbers are numbers with the decimals of the page,
/// words are words.
[[nodiscard]] std::size_t write_workbook(const World& world, const Look& look, Language language, const std::string& path);

}  // namespace railshift::analysis::look
