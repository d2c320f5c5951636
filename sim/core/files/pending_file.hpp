#pragma once
/// A file that takes its place when it is whole: until then what stands there is untouched, and afterwards it survives a power failure.
#include <filesystem>
#include <string_view>

#include "sim/core/files/file_bytes.hpp"

namespace railshift {

class PendingFile {
 public:
  /// Begins the file beside its place (`.NAME.railshift-partial`). What stands at the place is not asked for: study/output_file.hpp says
  /// whether it may go. A link is followed; into a pipe or device everything is written at once. Throws Refused while another process
  /// writes the same file, std::runtime_error if nothing can be written there.
  explicit PendingFile(std::filesystem::path place);
  ~PendingFile();
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  PendingFile(PendingFile&& other) noexcept = default;
  PendingFile& operator=(PendingFile&&) = delete;

  /// Where to write it; whoever writes opens this path and closes it again.
  [[nodiscard]] const std::filesystem::path& unfinished() const { return unfinished_; }
  [[nodiscard]] const std::filesystem::path& place() const { return place_; }
  /// To the disk and to its place. Without it the file is removed with the object.
  void take_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path unfinished_;
  Descriptor lock_;  ///< of the unfinished file; none for a pipe or device
};

/// The same for bytes that are there already.
void replace_file(const std::filesystem::path& place, std::string_view bytes);

}  // namespace railshift
