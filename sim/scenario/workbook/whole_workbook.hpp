#pragma once
/// Whether a workbook that was just written is whole: libxlsxwriter keeps sheets in temporary files and does not notice if a write to one
/// of them fails.
#include <cstddef>
#include <filesystem>

namespace railshift::scenario {

/// Reads the file again: every part unpacks and is well-formed XML, the texts are as many as they say, and the sheets hold this many cells.
/// Throws std::runtime_error if not.
void require_whole_workbook(const std::filesystem::path& file, std::size_t cells);

}  // namespace railshift::scenario
