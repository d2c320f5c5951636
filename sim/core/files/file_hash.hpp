#pragma once
/// Size and SHA-256 of a file, read in pieces: run files may be large.
#include <cstdint>
#include <filesystem>
#include <string>

namespace railshift {

/// A file as it was written.
struct FileRecord {
  std::uintmax_t bytes = 0;
  std::string sha256;
  friend bool operator==(const FileRecord&, const FileRecord&) = default;
};

/// Throws std::runtime_error if the file cannot be read.
[[nodiscard]] FileRecord record_of(const std::filesystem::path& file);

}  // namespace railshift
