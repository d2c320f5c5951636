#pragma once
/// A lock between processes that ends with them: nothing has to be cleared away after a crash.
#include <filesystem>
#include <optional>

#include "sim/core/files/file_bytes.hpp"

namespace railshift {

class FileLock {
 public:
  /// Nothing if another process holds it. The file is made, and removed when the lock is let go. Processes forked meanwhile hold it too
  /// until they end. Throws std::runtime_error if the file cannot be made.
  [[nodiscard]] static std::optional<FileLock> take(const std::filesystem::path& file);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  FileLock(FileLock&&) noexcept = default;
  FileLock& operator=(FileLock&&) = delete;

 private:
  FileLock(std::filesystem::path path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

  std::filesystem::path path_;
  Descriptor file_;
};

/// Whether the path still leads to the open file; false once somebody has removed or replaced it.
[[nodiscard]] bool leads_to(const std::filesystem::path& path, const Descriptor& file);
/// Makes or opens a file and locks it for this process; nothing if another one has it. What it holds stays.
[[nodiscard]] std::optional<Descriptor> open_alone(const std::filesystem::path& path);

}  // namespace railshift
