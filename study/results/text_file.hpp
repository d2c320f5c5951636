#pragma once
/// Whole files as text, byte by byte.
#include <filesystem>
#include <string>

namespace railshift::study {

/// Throws std::runtime_error if not every byte could be written.
void write_text(const std::filesystem::path& path, const std::string& text);
/// Throws std::runtime_error if the file cannot be read.
[[nodiscard]] std::string read_text(const std::filesystem::path& path);

}  // namespace railshift::study
